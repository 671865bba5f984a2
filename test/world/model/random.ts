/** Numbers that are the same for the same seed on every machine. */
export interface Random {
  /** Uniform, 0 ≤ x < 1. */
  next(): number;
  between(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** Exponentially distributed with this mean: the time between arrivals. */
  waiting(mean: number): number;
}

/** A 32-bit counter run through a mixing function with good avalanche (constants of Wellons' hash prospector). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    waiting: (mean) => -mean * Math.log(1 - next()),
  };
}

/** Noise in −1…1 that is smooth in time: the same for the same key and time, whatever the step. */
export function smoothNoise(key: number, seconds: number, period: number): number {
  const t = seconds / period;
  const i = Math.floor(t);
  const mix = (1 - Math.cos((t - i) * Math.PI)) / 2;
  const at = (n: number): number => createRandom(key + Math.imul(n, 7919)).next() * 2 - 1;
  return at(i) * (1 - mix) + at(i + 1) * mix;
}
