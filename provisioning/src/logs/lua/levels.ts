/** Reads a line's level where its place in the line leaves no doubt. */
export const LEVELS = String.raw`
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
`;
