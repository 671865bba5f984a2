/** FNV-1a, 32 bits, its upper half folded in. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash ^ (hash >>> 15);
}

/** The first place from a wished one on that is not taken; when all are, the wished one. */
function freePlace(wished: number, size: number, taken: ReadonlySet<number>): number {
  for (let step = 0; step < size; step++) {
    const place = (wished + step) % size;
    if (!taken.has(place)) return place;
  }
  return wished;
}

/**
 * Gives each name a place of so many: the one that its letters ask for, and where that is taken already, the next.
 *
 * So the same names have the same places wherever they are drawn, and no two share one while there are enough.
 */
export function placesFor(names: Iterable<string>, size: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of [...new Set(names)].sort()) {
    if (taken.size === size) taken.clear();
    const place = freePlace((hashOf(name) >>> 0) % size, size, taken);
    taken.add(place);
    places.set(name, place);
  }
  return places;
}
