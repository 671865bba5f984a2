/** Runs a pattern that `luaPattern` wrote down: backtracking, as JavaScript does it, on code points. */
export const PATTERN = String.raw`
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
`;
