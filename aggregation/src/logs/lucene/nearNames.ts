/**
 * How many characters must be changed, put in, left out or swapped with their neighbour to make one text the other.
 */
export function distance(one: string, other: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j += 1) {
      const change = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      const isSwap = i > 0 && j > 0 && one[i] === other[j - 1] && one[i - 1] === other[j];
      const swap = isSwap ? (before[j - 1] ?? 0) + 1 : Infinity;
      next.push(Math.min(change, swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

const LONGEST = 64;

/** Names that somebody may have meant who wrote this one: those that are nearest, if any is near; at most three. */
export function nearNames(name: string, known: readonly string[]): readonly string[] {
  const short = name.slice(0, LONGEST).toLowerCase();
  const last = short.slice(short.lastIndexOf('.') + 1);
  const near = known
    .map((other) => {
      const plain = other.toLowerCase();
      return { other, far: Math.min(distance(short, plain), distance(last, plain)) };
    })
    .filter(({ other, far }) => far <= Math.max(1, Math.floor(other.length / 3)));
  const nearest = Math.min(...near.map(({ far }) => far));
  return near
    .filter(({ far }) => far === nearest)
    .slice(0, 3)
    .map(({ other }) => other);
}
