import type { LogLevel } from '../level.js';

/** How a level field's values are meant. */
export type LevelScale = 'words' | 'syslog' | 'otel' | 'bunyan';

interface Numbers {
  readonly from: number;
  readonly to: number;
  readonly level: LogLevel;
}

/** Inclusive ranges. Syslog's `notice` (5) is info, as Grafana has no level for it. */
const SCALES: Readonly<Record<Exclude<LevelScale, 'words'>, readonly Numbers[]>> = {
  syslog: [
    { from: 0, to: 2, level: 'critical' },
    { from: 3, to: 3, level: 'error' },
    { from: 4, to: 4, level: 'warning' },
    { from: 5, to: 6, level: 'info' },
    { from: 7, to: 7, level: 'debug' },
  ],
  otel: [
    { from: 1, to: 4, level: 'trace' },
    { from: 5, to: 8, level: 'debug' },
    { from: 9, to: 12, level: 'info' },
    { from: 13, to: 16, level: 'warning' },
    { from: 17, to: 20, level: 'error' },
    { from: 21, to: 24, level: 'critical' },
  ],
  bunyan: [
    { from: 10, to: 19, level: 'trace' },
    { from: 20, to: 29, level: 'debug' },
    { from: 30, to: 39, level: 'info' },
    { from: 40, to: 49, level: 'warning' },
    { from: 50, to: 59, level: 'error' },
    { from: 60, to: 69, level: 'critical' },
  ],
};

/** The level of a number on a scale; undefined for numbers that are not on it. */
export function levelOfNumber(value: number, scale: LevelScale): LogLevel | undefined {
  if (scale === 'words') return undefined;
  return SCALES[scale].find(({ from, to }) => from <= value && value <= to)?.level;
}

/** The whole numbers that mean a level. */
export function numbersOfLevel(level: LogLevel, scale: LevelScale): readonly number[] {
  if (scale === 'words') return [];
  return SCALES[scale]
    .filter((numbers) => numbers.level === level)
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
}
