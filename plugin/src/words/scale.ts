/** A prefix, and by what the figure is divided for it. */
export interface Scale {
  readonly by: number;
  readonly sign: string;
}

const binary = (suffix: string): readonly Scale[] =>
  ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'].map((prefix, power) => ({
    by: 1024 ** power,
    sign: `${prefix}B${suffix}`,
  }));

/** Units that are written with prefixes, the smallest first. */
export const SCALES = {
  bytes: binary(''),
  bytesPerSecond: binary('/s'),
  watts: [
    { by: 1, sign: 'W' },
    { by: 1000, sign: 'kW' },
    { by: 1e6, sign: 'MW' },
  ],
  hertz: [
    { by: 1, sign: 'Hz' },
    { by: 1000, sign: 'kHz' },
    { by: 1e6, sign: 'MHz' },
    { by: 1e9, sign: 'GHz' },
  ],
} as const satisfies Record<string, readonly Scale[]>;

export type ScaledUnit = keyof typeof SCALES;

export const isScaled = (unit: string): unit is ScaledUnit => Object.hasOwn(SCALES, unit);

/** The largest prefix in which the figure is at least 1. */
function scaleFor(value: number, unit: ScaledUnit): Scale {
  const scales: readonly Scale[] = SCALES[unit];
  const fitting = scales.filter(({ by }) => Math.abs(value) >= by);
  return fitting.at(-1) ?? scales[0]!;
}

/** Decimals of a figure that bears a prefix, where 41.3 says no more than 41. */
export const scaledDecimals = (figure: number): number => (Math.abs(figure) >= 10 ? 0 : 1);

/** The prefix in which a figure is written: one further where rounding reaches it, 1023.9 MiB is 1 GiB. */
export function shownScale(value: number, unit: ScaledUnit): Scale {
  const first = scaleFor(value, unit);
  const figure = value / first.by;
  if (Math.abs(figure) < 10) return first;
  return scaleFor(Math.round(figure) * first.by, unit);
}
