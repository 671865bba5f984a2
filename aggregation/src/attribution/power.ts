import { sumOf } from '../groupBy.js';
import type { Holding } from './holding.js';
import type { Split, Unowned } from './split.js';

/** A leaf of the board whose power is split: who holds it, and whose its utilisation is (absent where not measured). */
export interface PowerLeaf {
  readonly holding: Holding;
  readonly utilization?: Split;
}

/** Fractions of the board's power; all parts and the rest add up to 1. */
export interface PowerSplit {
  /** By leaf, then by the holding's part. */
  readonly parts: readonly (readonly number[])[];
  readonly rest: Readonly<Record<Unowned, number>>;
}

/**
 * Splits a board's power: the idle floor by allocated × slice, the rest by utilisation × slice. Where nothing is used, or
 * an instance's utilisation is not measured, all goes by what is allocated: a guess for one leaf would be paid by others.
 *
 * @param floor fraction of the present power (0–1) that the board draws when idle
 */
export function splitPower(leaves: readonly PowerLeaf[], floor: number): PowerSplit {
  const held = weigh(leaves.map(allocationWeights), outside(leaves));
  const measured = leaves.every(({ utilization }) => utilization !== undefined);
  const used = weigh(leaves.map(utilizationWeights), 0);
  if (!measured || used === undefined) return held ?? NOBODY;
  if (held === undefined) return used;
  return {
    parts: held.parts.map((parts, i) =>
      parts.map((part, j) => floor * part + (1 - floor) * (used.parts[i]?.[j] ?? 0)),
    ),
    rest: mapRest((reason) => floor * held.rest[reason] + (1 - floor) * used.rest[reason]),
  };
}

const NOBODY: PowerSplit = { parts: [], rest: { free: 0, unknown: 1, overhead: 0 } };

interface Weights {
  readonly parts: readonly number[];
  readonly rest: Readonly<Partial<Record<Unowned, number>>>;
}

const mapRest = (value: (reason: Unowned) => number): Record<Unowned, number> => ({
  free: value('free'),
  unknown: value('unknown'),
  overhead: value('overhead'),
});

/** Slices of the board that are in no instance. */
const outside = (leaves: readonly PowerLeaf[]): number =>
  Math.max(0, 1 - sumOf(leaves, ({ holding }) => holding.leaf.slice));

function allocationWeights({ holding }: PowerLeaf): Weights {
  const { slice } = holding.leaf;
  return {
    parts: holding.parts.map(({ allocated }) => allocated * slice),
    rest: holding.known ? { free: holding.free * slice } : { unknown: slice },
  };
}

function utilizationWeights({ holding, utilization }: PowerLeaf): Weights {
  const { slice } = holding.leaf;
  return {
    parts: (utilization?.parts ?? []).map((part) => part * slice),
    rest: mapRest((reason) => (utilization?.rest[reason] ?? 0) * slice),
  };
}

/** Weights scaled to add up to 1; undefined when they are all 0. */
function weigh(weights: readonly Weights[], overhead: number): PowerSplit | undefined {
  const rest = mapRest((reason) => sumOf(weights, (one) => one.rest[reason] ?? 0));
  rest.overhead += overhead;
  const sum =
    sumOf(weights, ({ parts }) => sumOf(parts, (part) => part)) +
    rest.free +
    rest.unknown +
    rest.overhead;
  if (!(sum > 0)) return undefined;
  return {
    parts: weights.map(({ parts }) => parts.map((part) => part / sum)),
    rest: mapRest((reason) => rest[reason] / sum),
  };
}
