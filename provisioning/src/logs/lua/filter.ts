/** What Fluent Bit calls, and the loss of annotations that nobody reads. */
export const FILTER = String.raw`
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
`;
