import type { Random } from '../../model/random.js';
import type { LogSource, Said } from '../truth.js';

/** The moment in which a program speaks. */
export interface Moment {
  readonly random: Random;
  readonly source: LogSource;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** How often this program spoke before. */
  readonly turn: number;
}

/** How a kind of program logs. */
export type Voice = (moment: Moment) => readonly Said[];

const two = (value: number): string => String(value).padStart(2, '0');

/** Parts of a UTC time that log formats are put together from. */
export function clock(atMs: number): {
  readonly date: string;
  readonly time: string;
  readonly ms: string;
  readonly month: string;
  readonly day: string;
} {
  const at = new Date(atMs);
  return {
    date: at.toISOString().slice(0, 10),
    time: at.toISOString().slice(11, 19),
    ms: String(at.getUTCMilliseconds()).padStart(3, '0'),
    month: two(at.getUTCMonth() + 1),
    day: two(at.getUTCDate()),
  };
}

export const whole = (random: Random, low: number, high: number): number =>
  Math.floor(random.between(low, high));

export const hexDigits = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => whole(random, 0, 16).toString(16)).join('');

export const address = (random: Random): string =>
  `10.${String(whole(random, 0, 4))}.${String(whole(random, 0, 255))}.${String(whole(random, 1, 255))}`;

/** One of the ways to speak, each as likely as its weight says. */
export function oneOf(ways: readonly (readonly [weight: number, voice: Voice])[]): Voice {
  const total = ways.reduce((sum, [weight]) => sum + weight, 0);
  return (moment) => {
    let left = moment.random.next() * total;
    for (const [weight, voice] of ways) {
      left -= weight;
      if (left < 0) return voice(moment);
    }
    return [];
  };
}
