-- Fluent Bit Lua filter: writes gpuscope.app, gpuscope.user and gpuscope.level into each record, by the same identity
-- rules as gpuscope's series. A name is left out where the record doesn't tell it for certain; gpuscope then asks the labels.
-- Made by gpuscope; rules of a site of your own: node deploy/logs/render.mjs --config gpuscope.yaml

local RULES = {
  app = {
    { from = 'pod.label', key = 'serving.kserve.io/inferenceservice' },
    -- match: ^(.+?)(?:-raycluster-[a-z0-9]{5})?$
    { from = 'pod.label', key = 'ray.io/cluster', pattern = { kind = 'all', parts = { { kind = 'first' }, { kind = 'capture', what = { kind = 'all', parts = { { kind = 'times', least = 1, most = 1000000, lazy = true, what = { kind = 'set', negated = false, ranges = { { 0, 9 }, { 11, 12 }, { 14, 8231 }, { 8234, 1114111 } } } } } } }, { kind = 'times', least = 0, most = 1, lazy = false, what = { kind = 'all', parts = { { kind = 'text', text = '-raycluster-' }, { kind = 'times', least = 5, most = 5, lazy = false, what = { kind = 'set', negated = false, ranges = { { 97, 122 }, { 48, 57 } } } } } } }, { kind = 'last' } } } },
    { from = 'pod.label', key = 'app.kubernetes.io/name' },
    { from = 'pod.label', key = 'app' },
    { from = 'pod.label', key = 'training.kubeflow.org/job-name' },
    { from = 'pod.label', key = 'jobset.sigs.k8s.io/jobset-name' },
    { from = 'pod.label', key = 'volcano.sh/job-name' },
    { from = 'pod.label', key = 'kueue.x-k8s.io/pod-group-name' },
    { from = 'pod.label', key = 'app.kubernetes.io/instance' },
    { from = 'pod.owner' },
    { from = 'host' },
  },
  user = {
    { from = 'pod.annotation', key = 'hub.jupyter.org/username' },
    { from = 'pod.label', key = 'hub.jupyter.org/username' },
    { from = 'pod.label', key = 'ray.io/user' },
    { from = 'pod.annotation', key = 'kubesphere.io/creator' },
    { from = 'namespace.annotation', key = 'kubesphere.io/creator' },
    { from = 'namespace.annotation', key = 'owner' },
    { from = 'host' },
  },
}

local READ_ANNOTATIONS = {
  ['hub.jupyter.org/username'] = true,
  ['kubesphere.io/creator'] = true,
  ['owner'] = true,
}

-- A text's code points; nil where it is not UTF-8.
local function code_points(text)
  local points, at, length = {}, 1, #text
  while at <= length do
    local first = text:byte(at)
    local more, value, least
    if first < 0x80 then more, value, least = 0, first, 0
    elseif first >= 0xC2 and first < 0xE0 then more, value, least = 1, first - 0xC0, 0x80
    elseif first >= 0xE0 and first < 0xF0 then more, value, least = 2, first - 0xE0, 0x800
    elseif first >= 0xF0 and first < 0xF5 then more, value, least = 3, first - 0xF0, 0x10000
    else return nil end
    for step = 1, more do
      local next_byte = text:byte(at + step)
      if not next_byte or next_byte < 0x80 or next_byte > 0xBF then return nil end
      value = value * 64 + next_byte - 0x80
    end
    if value < least or value > 0x10FFFF or (value >= 0xD800 and value <= 0xDFFF) then return nil end
    points[#points + 1] = value
    at = at + more + 1
  end
  return points
end

local function utf16_length(points)
  local length = #points
  for _, point in ipairs(points) do
    if point > 0xFFFF then length = length + 1 end
  end
  return length
end

local function encode(point)
  if point < 0x80 then return string.char(point) end
  local rest = string.char(0x80 + point % 64)
  if point < 0x800 then return string.char(0xC0 + math.floor(point / 64)) .. rest end
  rest = string.char(0x80 + math.floor(point / 64) % 64) .. rest
  if point < 0x10000 then return string.char(0xE0 + math.floor(point / 4096)) .. rest end
  rest = string.char(0x80 + math.floor(point / 4096) % 64) .. rest
  return string.char(0xF0 + math.floor(point / 262144)) .. rest
end

-- What JavaScript's trim takes off.
local function is_space(point)
  return (point >= 0x09 and point <= 0x0D) or point == 0x20 or point == 0xA0 or point == 0x1680
    or (point >= 0x2000 and point <= 0x200A) or point == 0x2028 or point == 0x2029
    or point == 0x202F or point == 0x205F or point == 0x3000 or point == 0xFEFF
end

local function is_unsafe(point)
  return point < 0x20 or (point >= 0x7F and point <= 0x9F) or point == 0x2028 or point == 0x2029
    or (point >= 0x202A and point <= 0x202E) or (point >= 0x2066 and point <= 0x2069)
    or point == 0xFEFF
end

-- Whether gpuscope names something just so. Other texts get a hash there, which nobody needs twice.
local function is_plain(points)
  local length = #points
  if utf16_length(points) > 128 then return false end
  if length > 0 and (is_space(points[1]) or is_space(points[length])) then return false end
  for _, point in ipairs(points) do
    if is_unsafe(point) then return false end
  end
  if length < 17 or points[length - 16] ~= 0x7E then return true end
  for at = length - 15, length do
    local point = points[at]
    local is_hex = (point >= 0x30 and point <= 0x39) or (point >= 0x61 and point <= 0x66)
    if not is_hex then return true end
  end
  return false
end

local function in_set(set, point)
  local found = false
  for _, range in ipairs(set.ranges) do
    if point >= range[1] and point <= range[2] then
      found = true
      break
    end
  end
  return found ~= set.negated
end

local try

local function try_parts(parts, number, points, at, state, go_on)
  local part = parts[number]
  if not part then return go_on(at) end
  return try(part, points, at, state, function(after)
    return try_parts(parts, number + 1, points, after, state, go_on)
  end)
end

local function try_repeat(node, times, points, at, state, go_on)
  local function once_more()
    if times >= node.most then return false end
    return try(node.what, points, at, state, function(after)
      if after == at and times >= node.least then return false end
      return try_repeat(node, times + 1, points, after, state, go_on)
    end)
  end
  if times < node.least then return once_more() end
  if node.lazy then return go_on(at) or once_more() end
  return once_more() or go_on(at)
end

local TRY = {
  text = function(node, points, at, _, go_on)
    node.points = node.points or code_points(node.text)
    for number, point in ipairs(node.points) do
      if points[at + number - 1] ~= point then return false end
    end
    return go_on(at + #node.points)
  end,
  set = function(node, points, at, _, go_on)
    local point = points[at]
    return point ~= nil and in_set(node, point) and go_on(at + 1)
  end,
  first = function(_, _, at, _, go_on) return at == 1 and go_on(at) end,
  last = function(_, points, at, _, go_on) return at == #points + 1 and go_on(at) end,
  all = function(node, points, at, state, go_on)
    return try_parts(node.parts, 1, points, at, state, go_on)
  end,
  any = function(node, points, at, state, go_on)
    for _, part in ipairs(node.parts) do
      if try(part, points, at, state, go_on) then return true end
    end
    return false
  end,
  times = function(node, points, at, state, go_on)
    return try_repeat(node, 0, points, at, state, go_on)
  end,
  capture = function(node, points, at, state, go_on)
    return try(node.what, points, at, state, function(after)
      local before_from, before_to = state.from, state.to
      state.from, state.to = at, after - 1
      if go_on(after) then return true end
      state.from, state.to = before_from, before_to
      return false
    end)
  end,
}

try = function(node, points, at, state, go_on)
  return TRY[node.kind](node, points, at, state, go_on)
end

-- The code points of the capture; empty where the pattern does not match.
local function captured(pattern, points)
  local state = {}
  for start = 1, #points + 1 do
    if try(pattern, points, start, state, function() return true end) then break end
    state.from, state.to = nil, nil
  end
  local found = {}
  if state.from then
    for at = state.from, state.to do found[#found + 1] = points[at] end
  end
  return found
end

-- What stands where a rule looks: a text, nil when nothing does, UNKNOWN when the record doesn't say.
local UNKNOWN = {}

local function map_value(map, key)
  if type(map) ~= 'table' then return nil end
  return map[key]
end

local HASHES = { 'pod-template-hash', 'rollouts-pod-template-hash' }

local function replica_set_owner(name, labels)
  for _, key in ipairs(HASHES) do
    local hash = map_value(labels, key) or ''
    if hash ~= '' and #name > #hash + 1 and name:sub(-#hash - 1) == '-' .. hash then
      return name:sub(1, -#hash - 2)
    end
  end
  return name
end

local function job_owner(name)
  local base, run = name:match('^(.+)%-(%d+)$')
  if base and #run >= 8 and #run <= 11 then return base end
  return name
end

-- Needs "Owner_References On" in the kubernetes filter.
local function owner_name(kubernetes)
  local owners = kubernetes.ownerReferences
  if type(owners) ~= 'table' then return UNKNOWN end
  for _, owner in ipairs(owners) do
    if owner.controller == true or owner.controller == 'true' then
      if owner.kind == 'Node' then return nil end
      if owner.kind == 'ReplicaSet' then return replica_set_owner(owner.name, kubernetes.labels) end
      if owner.kind == 'Job' then return job_owner(owner.name) end
      return owner.name
    end
  end
  return nil
end

-- Needs "Namespace_Labels On" and "Namespace_Annotations On" in the kubernetes filter.
local function of_namespace(record, part, key)
  local namespace = record.kubernetes_namespace
  if type(namespace) ~= 'table' then return UNKNOWN end
  return map_value(namespace[part], key)
end

local READ = {
  ['namespace.name'] = function(record) return record.kubernetes.namespace_name end,
  ['namespace.label'] = function(record, key) return of_namespace(record, 'labels', key) end,
  ['namespace.annotation'] = function(record, key) return of_namespace(record, 'annotations', key) end,
  ['pod.name'] = function(record) return record.kubernetes.pod_name end,
  ['pod.label'] = function(record, key) return map_value(record.kubernetes.labels, key) end,
  ['pod.annotation'] = function(record, key) return map_value(record.kubernetes.annotations, key) end,
  ['pod.owner'] = function(record) return owner_name(record.kubernetes) end,
  host = function() return nil end,
}

-- The code points that a rule takes from a text, or nil where it can't be said here.
local function taken(rule, points)
  if rule.pattern == false then return nil end
  if rule.pattern == nil then return points end
  if utf16_length(points) > 256 then return {} end
  return captured(rule.pattern, points)
end

-- The name that the first rule with a value gives; nil where there is none or the record doesn't tell.
local function name_of(rules, record)
  for _, rule in ipairs(rules) do
    local raw = READ[rule.from](record, rule.key)
    if raw == UNKNOWN or (raw ~= nil and type(raw) ~= 'string') then return nil end
    if raw ~= nil and raw ~= '' then
      local points = code_points(raw)
      local value = points and taken(rule, points)
      if value == nil then return nil end
      if #value > 0 then
        if not is_plain(value) then return nil end
        local parts = {}
        for at, point in ipairs(value) do parts[at] = encode(point) end
        return table.concat(parts)
      end
    end
  end
  return nil
end

local WORDS = {
  emerg = 'critical', alert = 'critical', fatal = 'critical', critical = 'critical', crit = 'critical',
  panic = 'critical', error = 'error', err = 'error', severe = 'error', warning = 'warning',
  warn = 'warning', notice = 'info', info = 'info', information = 'info', debug = 'debug',
  trace = 'trace', ['致命'] = 'critical', ['严重'] = 'critical', ['错误'] = 'error',
  ['警告'] = 'warning', ['告警'] = 'warning', ['信息'] = 'info', ['调试'] = 'debug',
}
local KEYS = { 'level', 'severity', 'lvl', 'levelname', 'log_level', 'loglevel' }
local LETTERS = { D = 'debug', I = 'info', W = 'warning', E = 'error', F = 'critical' }
local SYSLOG = { [0] = 'critical', 'critical', 'critical', 'error', 'warning', 'info', 'info', 'debug' }

local function of_word(word)
  return type(word) == 'string' and WORDS[word:lower()] or nil
end

-- pino and bunyan count in tens.
local function of_number(number)
  if type(number) ~= 'number' or number % 10 ~= 0 or number < 10 or number > 60 then return nil end
  return ({ 'trace', 'debug', 'info', 'warning', 'error', 'critical' })[number / 10]
end

local function of_keys(record)
  for _, key in ipairs(KEYS) do
    local level = of_word(record[key]) or of_number(record[key])
    if level then return level end
  end
  return nil
end

local function of_json(line)
  for _, key in ipairs(KEYS) do
    local level = of_word(line:match('[{,]%s*"' .. key .. '"%s*:%s*"([^"%s]+)"'))
      or of_number(tonumber(line:match('[{,]%s*"' .. key .. '"%s*:%s*(%d+)')))
    if level then return level end
  end
  return nil
end

local function of_pairs(line)
  for _, key in ipairs(KEYS) do
    local word = (' ' .. line):match('[%s]' .. key .. '="?(%a+)"?')
    if of_word(word) then return of_word(word) end
  end
  return nil
end

local PROGRAMS = { NCCL = true, PHP = true, root = true }

-- What may stand before the level: times, numbers, names in brackets, dashes.
local function may_precede(token)
  return PROGRAMS[token] or token:find('%d') ~= nil or token:find('^%p+$') ~= nil or token:find('^%b[]$') ~= nil
end

local function of_place(line)
  local seen = 0
  for token in line:sub(1, 200):gmatch('%S+') do
    seen = seen + 1
    local bracketed = of_word(token:match('^%[(%a+)%]'))
    if bracketed then return bracketed end
    local word = token:match('^[%[%(<]?(%u+)[%]%)>]?[:|]?') or token:match('^%[?([\228-\233\128-\191]+)')
    if of_word(word) then
      local after = token:sub((token:find(word, 1, true)) + #word)
      if after == '' or after:find('^[%]%):|>]') then return of_word(word) end
    end
    if seen == 6 or not may_precede(token) then return nil end
  end
  return nil
end

-- How programs die: what they print then begins with it.
local function of_death(line)
  if line:find('^panic: ') or line:find('^fatal error: ') then return 'critical' end
  local is_error = line:find('^Exception in thread "') or line:find('^%u%w*Error: ')
    or line:find('^%u%w*Exception: ')
  return is_error and 'error' or nil
end

local function level_of(record, line)
  local level = of_keys(record)
  if level or type(line) ~= 'string' then return level end
  line = line:gsub('\27%[[%d;]*m', '')
  line = line:gsub('【', '['):gsub('】', ']'):gsub('：', ':')
  local letter = line:match('^%[([DIWEF]) %d%d%d%d%-%d%d%-%d%d ')
  if letter then return LETTERS[letter] end
  local klog = line:match('^([IWEF])%d%d%d%d %d%d:%d%d:%d%d%.')
  if klog then return LETTERS[klog] end
  local priority = tonumber(line:match('^<(%d%d?%d?)>'))
  if priority and priority < 192 then return SYSLOG[priority % 8] end
  if line:find('^%s*{') then return of_json(line) end
  return of_pairs(line) or of_place(line) or of_death(line)
end

-- Annotations may hold whole manifests; what no rule reads is left out.
local function kept(map)
  if type(map) ~= 'table' then return nil end
  local found, any = {}, false
  for key, value in pairs(map) do
    if READ_ANNOTATIONS[key] then found[key], any = value, true end
  end
  return any and found or nil
end

-- Fluent Bit's contract: returns 0 (unchanged) or 2 (record changed, time as it was), the time and the record.
function gpuscope(tag, timestamp, record)
  local kubernetes = record.kubernetes
  local found, any = {}, false
  local function say(key, value)
    if value then found[key], any = value, true end
  end
  -- Without pod_id the API server was not asked or did not answer: no labels doesn't mean that there are none.
  if type(kubernetes) == 'table' and type(kubernetes.pod_id) == 'string' then
    say('app', name_of(RULES.app, record))
    say('user', name_of(RULES.user, record))
  end
  say('level', level_of(record, record.log or record.message or record.MESSAGE))
  if type(kubernetes) == 'table' then kubernetes.annotations = kept(kubernetes.annotations) end
  local namespace = record.kubernetes_namespace
  if type(namespace) == 'table' then namespace.annotations = kept(namespace.annotations) end
  -- Whatever the app itself wrote under this name is not ours.
  local before = record.gpuscope
  record.gpuscope = any and found or nil
  if not any and before == nil and kubernetes == nil then return 0, timestamp, record end
  return 2, timestamp, record
end
