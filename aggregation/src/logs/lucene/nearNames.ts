/** How many characters must be changed, put in or left out to make one text the other. */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const swap = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

const LONGEST = 64;

/** Names that somebody may have meant who wrote this one; the nearest first, at most three. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const short = name.slice(0, LONGEST).toLowerCase();
  const last = short.slice(short.lastIndexOf('.') + 1);
  return known
    .map((other) => {
      const plain = other.toLowerCase();
      return { other, far: Math.min(distance(short, plain), distance(last, plain)) };
    })
    .filter(({ other, far }) => far <= Math.max(1, Math.floor(other.length / 3)))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ other }) => other);
}
