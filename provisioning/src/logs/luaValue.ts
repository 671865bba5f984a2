/** What can be written as a Lua table. */
export type LuaValue =
  string | number | boolean | readonly LuaValue[] | { readonly [key: string]: LuaValue };

const SPECIAL = /[\\'\p{Cc}]/gu;

/** Lua's escapes are of bytes, and controls beyond ASCII are two: they stay as they are. */
function escaped(character: string): string {
  if (character === '\\' || character === "'") return `\\${character}`;
  const code = character.charCodeAt(0);
  return code < 0x80 ? `\\${String(code).padStart(3, '0')}` : character;
}

/** A text as a Lua string of one line. */
export const luaString = (text: string): string => `'${text.replace(SPECIAL, escaped)}'`;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const keyOf = (key: string): string => (NAME.test(key) ? key : `[${luaString(key)}]`);

/** A value in Lua's syntax; keys must be no reserved words. */
export function luaValue(value: LuaValue): string {
  if (typeof value === 'string') return luaString(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `{ ${value.map(luaValue).join(', ')} }`;
  const entries = Object.entries(value).map(([key, inner]) => `${keyOf(key)} = ${luaValue(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
