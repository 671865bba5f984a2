/** UTF-8 as code points, and whether a text can be a name as it is. */
export const TEXT = String.raw`
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
`;
