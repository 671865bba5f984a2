/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}

/** One of the choices, for the same name always the same, wherever and whenever it is drawn. */
export function stableChoice<T>(name: string, choices: readonly [T, ...T[]]): T {
  const hash = hashOf(name);
  return choices[(hash ^ (hash >>> 15)) % choices.length] ?? choices[0];
}
