/** What can be written as a Lua table. */
export type LuaValue =
  string | number | boolean | readonly LuaValue[] | { readonly [key: string]: LuaValue };

const ESCAPED = /[\\'\u0000-\u001f\u007f]/g;

/** A text as a Lua string of one line. */
export function luaString(text: string): string {
  const escaped = text.replace(ESCAPED, (found) =>
    found === '\\' || found === "'"
      ? `\\${found}`
      : `\\${String(found.charCodeAt(0)).padStart(3, '0')}`,
  );
  return `'${escaped}'`;
}

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
