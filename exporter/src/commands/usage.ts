/** The command line can't be understood; the program says why and exits with 2. */
export class UsageError extends Error {}

/** How many letters must change to make one word of another. */
export function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const replaced = (row[j] ?? 0) + (letter === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** The known word that a mistyped one most likely stands for; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, far: one.startsWith(word) && word !== '' ? 1 : distance(word, one) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best !== undefined && best.far <= Math.max(2, Math.ceil(word.length / 3))
    ? best.one
    : undefined;
}

/** `; did you mean --x?`, or nothing. */
export function suggestion(word: string, known: readonly string[], prefix = ''): string {
  const best = nearest(word, known);
  return best === undefined ? '' : `; did you mean ${prefix}${best}?`;
}

/** A word as messages show it: one that is empty is to be seen too. */
export const shown = (word: string): string => (word === '' ? '""' : word);
