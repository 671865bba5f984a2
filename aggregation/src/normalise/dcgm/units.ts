import type { SourceUnit } from './field.js';

/** A unit whose scale is known. */
export type KnownUnit = Exclude<SourceUnit, 'percent_or_ratio'>;

interface Scale {
  /** The SI value is `value * times / over`; two whole numbers, so that 38 % is 0.38 exactly. */
  readonly times: number;
  readonly over: number;
  /** For a unit that DCGM 4.7 made of another: how many of the old unit one is, since blanks were converted too. */
  readonly inOldUnit?: number;
  readonly ratio?: true;
  /** Celsius goes below zero. */
  readonly lowest?: number;
}

const PLAIN: Scale = { times: 1, over: 1 };

const SCALES: Readonly<Record<KnownUnit, Scale>> = {
  ratio: { ...PLAIN, ratio: true, inOldUnit: 100 },
  percent: { times: 1, over: 100, ratio: true },
  bytes: { ...PLAIN, inOldUnit: 1 / 1_048_576 },
  mebibytes: { times: 1_048_576, over: 1 },
  hertz: { ...PLAIN, inOldUnit: 1e-6 },
  megahertz: { times: 1_000_000, over: 1 },
  joules: { ...PLAIN, inOldUnit: 1000 },
  millijoules: { times: 1, over: 1000 },
  seconds: { ...PLAIN, inOldUnit: 1e9 },
  nanoseconds: { times: 1, over: 1_000_000_000 },
  watts: PLAIN,
  celsius: { ...PLAIN, lowest: -273.15 },
  bytes_per_second: PLAIN,
  count: PLAIN,
};

/** The value in the catalogue's unit: ratio, bytes, hertz, joules, seconds, watts, celsius, count. */
export const toSi = (value: number, unit: KnownUnit): number =>
  (value * SCALES[unit].times) / SCALES[unit].over;

/** The value in the unit that DCGM counted in before 4.7. */
export const toOldUnit = (value: number, unit: KnownUnit): number =>
  value * (SCALES[unit].inOldUnit ?? 1);

/** One of the unit in the catalogue's: two names of one field may differ by this much through rounding. */
export const stepOf = (unit: KnownUnit): number => SCALES[unit].times / SCALES[unit].over;

export const isRatioUnit = (unit: KnownUnit): boolean => SCALES[unit].ratio === true;

/** The lowest value that there can be. */
export const lowestOf = (unit: KnownUnit): number => SCALES[unit].lowest ?? 0;
