/**
 * A number that may change with time, in the words of `stub/value.c`; times are seconds since the stub was started.
 */
export type Value = number | { readonly words: string };

/** `start` at the beginning, `perSecond` more with each second: a counter. */
export const rising = (start: number, perSecond: number): Value => ({
  words: `${start}${perSecond < 0 ? '' : '+'}${perSecond}/s`,
});

/** Of each period, the first `part` (0–1) is at `high`, the rest at `low`. */
export const pulse = (periodSeconds: number, part: number, high: number, low = 0): Value => ({
  words: `pulse:${periodSeconds}:${part}:${high}:${low}`,
});

/** What the GPU's processes add up to: utilisation (never above 100) or memory. */
export const OF_PROCESSES: Value = { words: 'processes' };

export const wordsOf = (value: Value): string =>
  typeof value === 'number' ? String(value) : value.words;
