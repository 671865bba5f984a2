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
export function scaleFor(value: number, unit: ScaledUnit): Scale {
  const scales: readonly Scale[] = SCALES[unit];
  const fitting = scales.filter(({ by }) => Math.abs(value) >= by);
  return fitting.at(-1) ?? scales[0]!;
}
