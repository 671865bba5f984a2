/** How a value is to be taken. A renderer gives each level its colour; the words beside it say the same. */
export type Level = 'plain' | 'good' | 'note' | 'warn' | 'bad';

/** From this value on (in the panel's unit; `null`: from the lowest) the level holds. Ascending, the first is `null`. */
export interface Threshold {
  readonly from: number | null;
  readonly level: Level;
}

const step = (from: number | null, level: Level): Threshold => ({ from, level });

/** Scales that several panels share, so that the same figure is judged alike on every board. */
export const SCALES = {
  plain: [step(null, 'plain')],
  /** A high figure is good: the chip is busy. */
  busy: [step(null, 'warn'), step(0.1, 'note'), step(0.5, 'good')],
  /** Filling up: memory, shares of a limit. */
  full: [step(null, 'good'), step(0.8, 'warn'), step(0.95, 'bad')],
  /** Part of what is held that nobody uses. */
  waste: [step(null, 'good'), step(0.5, 'warn'), step(0.9, 'bad')],
  /** Seconds of holding without using. */
  idle: [step(null, 'plain'), step(1800, 'note'), step(7200, 'warn'), step(86_400, 'bad')],
  /** Slow-down of data-centre boards begins near 85 °C, their own limit lies near 90 °C. */
  temperature: [step(null, 'good'), step(80, 'warn'), step(90, 'bad')],
  /** Part of the time in which clocks were held down. */
  throttled: [step(null, 'good'), step(0.01, 'note'), step(0.1, 'bad')],
  /** Age of figures: exporters serve none over a minute. */
  age: [step(null, 'good'), step(60, 'warn'), step(120, 'bad')],
  /** Seconds until something runs out. */
  timeLeft: [step(null, 'bad'), step(7 * 86_400, 'warn'), step(30 * 86_400, 'plain')],
  /** A count that should be nought. */
  fault: [step(null, 'good'), step(1, 'bad')],
  /** A count of things that wait. */
  waiting: [step(null, 'good'), step(0.001, 'warn')],
} as const satisfies Record<string, readonly Threshold[]>;
