/** What a number of NVML's counts. */
export type NvmlUnit =
  | 'percent'
  | 'bytes'
  | 'celsius'
  | 'milliwatts'
  | 'millijoules'
  | 'megahertz'
  | 'nanoseconds'
  | 'kilobytes_per_second'
  | 'kibibytes_per_second'
  | 'mebibytes_per_second'
  | 'count';

interface Scale {
  /** The SI value is `value * times / over`; two whole numbers, so that 38 % is 0.38 exactly. */
  readonly times: number;
  readonly over: number;
  readonly ratio?: true;
  /** Celsius goes below zero. */
  readonly lowest?: number;
}

/** Ratio, bytes, celsius, watts, joules, hertz, seconds, bytes per second, count. */
export const NVML_SCALES: Readonly<Record<NvmlUnit, Scale>> = {
  percent: { times: 1, over: 100, ratio: true },
  bytes: { times: 1, over: 1 },
  celsius: { times: 1, over: 1, lowest: -273.15 },
  milliwatts: { times: 1, over: 1000 },
  millijoules: { times: 1, over: 1000 },
  megahertz: { times: 1_000_000, over: 1 },
  nanoseconds: { times: 1, over: 1_000_000_000 },
  kilobytes_per_second: { times: 1000, over: 1 },
  kibibytes_per_second: { times: 1024, over: 1 },
  mebibytes_per_second: { times: 1_048_576, over: 1 },
  count: { times: 1, over: 1 },
};
