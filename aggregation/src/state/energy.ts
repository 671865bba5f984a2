import { createMeter, type Charge, type Meter } from './charging.js';
import { createIncreases } from './increases.js';

/** Joules of a board since its last reading: what can be charged, and what grew while nobody looked. */
export interface MeasuredEnergy {
  readonly charged: number;
  readonly lost: number;
}

/** What a source tells of a board's energy in one cycle. */
export interface EnergyReading {
  /** The board's own counter, joules. */
  readonly counter: number | undefined;
  readonly watts: number | undefined;
  /** Time that is charged in this cycle. */
  readonly seconds: number;
}

/** Follows the energy of each board. */
export interface EnergyMeters {
  /** Undefined where it is not measured in this cycle. */
  advance(uuid: string, reading: EnergyReading, monotonicMs: number): MeasuredEnergy | undefined;
}

/**
 * Energy by the board's counter; of what it grew in too long a time, only the bounded part is charged. Power over time
 * stands in on boards that have never had a counter; where one is missing for a while, its return makes up for it.
 */
export function createEnergyMeters(intervalMs: number): EnergyMeters {
  const increases = createIncreases();
  const meters = new Map<string, Meter>();
  return {
    advance(uuid, { counter, watts, seconds }, monotonicMs) {
      const known = meters.get(uuid);
      if (counter === undefined) {
        return known !== undefined || watts === undefined
          ? undefined
          : { charged: watts * seconds, lost: 0 };
      }
      const meter = known ?? createMeter(intervalMs);
      meters.set(uuid, meter);
      const time = meter.advance(monotonicMs);
      const grown = increases.advance(uuid, counter) ?? 0;
      return bounded(grown, time);
    },
  };
}

/** Neither part may be negative by a rounding error: a counter that falls by a hair reads as a reset. */
function bounded(grown: number, { seconds, unmeasured }: Charge): MeasuredEnergy {
  if (seconds === 0) return { charged: 0, lost: grown };
  if (unmeasured === 0) return { charged: grown, lost: 0 };
  const charged = grown * (seconds / (seconds + unmeasured));
  return { charged, lost: Math.max(0, grown - charged) };
}
