/** Evaluates identity rules on a record of Fluent Bit's kubernetes filter. */
export const NAMES = String.raw`
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
`;
