/** FNV-1a, 32 bits, its upper half folded in. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash ^ (hash >>> 15);
}

/** Where a tier of places begins and how many it has. */
interface Tier {
  readonly from: number;
  readonly size: number;
}

function tiersOf(sizes: readonly number[]): readonly Tier[] {
  let from = 0;
  return sizes.map((size) => {
    const tier = { from, size };
    from += size;
    return tier;
  });
}

/** The first free place of a tier, from the one that the hash asks for. */
function freePlace(hash: number, { from, size }: Tier, taken: ReadonlySet<number>) {
  for (let step = 0; step < size; step++) {
    const place = from + ((hash + step) % size);
    if (!taken.has(place)) return place;
  }
  return undefined;
}

/**
 * Gives each name a place: the one that its letters ask for, and where that is taken already, the next one free.
 *
 * So the same names have the same places wherever they are drawn, and no two share one while there are enough.
 *
 * @param sizes of the tiers of places; a tier is used once the one before it is full
 */
export function placesFor(
  names: Iterable<string>,
  sizes: readonly number[],
): ReadonlyMap<string, number> {
  const tiers = tiersOf(sizes);
  const places = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of [...new Set(names)].sort()) {
    const hash = hashOf(name) >>> 0;
    const next = () =>
      tiers.reduce<number | undefined>(
        (found, tier) => found ?? freePlace(hash, tier, taken),
        undefined,
      );
    let place = next();
    if (place === undefined) {
      taken.clear();
      place = next() ?? 0;
    }
    taken.add(place);
    places.set(name, place);
  }
  return places;
}
