/** More keys than any layout has; askers choose keys, so they must not fill the memory. */
const MOST_KEYS = 20_000;

/** The same function, which finds each key's value once. */
export function remembered<Value>(find: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    if (known.size >= MOST_KEYS) known.clear();
    const value = find(key);
    known.set(key, { value });
    return value;
  };
}
