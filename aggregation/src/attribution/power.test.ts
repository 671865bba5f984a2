import { leavesOf } from './leaf.js';
import { splitPower, type PowerLeaf, type PowerSplit } from './power.js';
import type { Split } from './split.js';
import { holdingOf, migBoard, wholeLeaf } from './testing.js';

const used = (parts: readonly number[], rest: Split['rest'] = {}): Split => ({
  parts,
  rest,
  method: 'process',
  distrusted: 0,
});

/** Slices 1/7 (held), 2/7 (free); 4/7 of the board are in no instance. */
function migLeaf(slice: 0 | 1, extra: Omit<PowerLeaf, 'holding'>, parts = {}): PowerLeaf {
  const leaf = leavesOf([migBoard('GPU-a', ['1g.10gb', '2g.20gb'])])[slice] ?? wholeLeaf();
  return { holding: holdingOf(parts, { leaf }), ...extra };
}

const whole = (split: PowerSplit): number =>
  split.parts.flat().reduce((sum, part) => sum + part, 0) +
  split.rest.free +
  split.rest.unknown +
  split.rest.overhead;

describe('splitPower', () => {
  it('gives the floor by what is held and the rest by what is used', () => {
    const holding = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
    const split = splitPower([{ holding, utilization: used([0.2, 0.6]) }], 0.4);
    expect(split.parts[0]?.[0]).toBeCloseTo(0.4 * 0.5 + 0.6 * 0.25, 12);
    expect(split.parts[0]?.[1]).toBeCloseTo(0.4 * 0.25 + 0.6 * 0.75, 12);
    expect(split.rest.free).toBeCloseTo(0.4 * 0.25, 12);
  });

  it('goes by what is held alone when nothing is used', () => {
    const holding = holdingOf({ 'ns/p/main': 0.5, 'ns/q/main': 0.25 });
    const split = splitPower([{ holding, utilization: used([0, 0]) }], 0.1);
    expect(split).toEqual({ parts: [[0.5, 0.25]], rest: { free: 0.25, unknown: 0, overhead: 0 } });
  });

  it('charges slices outside any instance with their part of the floor, as overhead', () => {
    const leaves = [
      migLeaf(0, { utilization: used([1]) }, { 'ns/p/main': 1 }),
      migLeaf(1, { utilization: used([], { free: 0 }) }),
    ];
    const { parts, rest } = splitPower(leaves, 0.35);
    expect(parts[0]?.[0]).toBeCloseTo(0.05 + 0.65, 12);
    expect(rest.free).toBeCloseTo(0.1, 12);
    expect(rest.overhead).toBeCloseTo(0.2, 12);
  });

  it('weighs use by the size of the instance', () => {
    const leaves = [
      migLeaf(0, { utilization: used([1]) }, { 'ns/p/main': 1 }),
      migLeaf(1, { utilization: used([1]) }, { 'ns/q/main': 1 }),
    ];
    const { parts } = splitPower(leaves, 0);
    expect(parts[0]?.[0]).toBeCloseTo(1 / 3, 12);
    expect(parts[1]?.[0]).toBeCloseTo(2 / 3, 12);
  });

  it('goes by what is held alone when one instance’s use is not measured', () => {
    const leaves = [
      migLeaf(0, { utilization: used([1]) }, { 'ns/p/main': 1 }),
      migLeaf(1, {}, { 'ns/q/main': 1 }),
    ];
    const { parts, rest } = splitPower(leaves, 0);
    expect(parts[0]?.[0]).toBeCloseTo(1 / 7, 12);
    expect(parts[1]?.[0]).toBeCloseTo(2 / 7, 12);
    expect(rest.overhead).toBeCloseTo(4 / 7, 12);
  });

  it('leaves a device with unknown holders to nobody', () => {
    const holding = holdingOf({}, { known: false, free: 0 });
    const split = splitPower([{ holding, utilization: used([], { unknown: 0.5 }) }], 0.3);
    expect(split).toEqual({ parts: [[]], rest: { free: 0, unknown: 1, overhead: 0 } });
  });

  it.each([0, 0.3, 1])('shares out all of the power at a floor of %d', (floor) => {
    const leaves = [
      migLeaf(0, { utilization: used([0.3], { overhead: 0.2 }) }, { 'ns/p/main': 0.5 }),
      migLeaf(1, { utilization: used([], { free: 0.1 }) }),
    ];
    expect(whole(splitPower(leaves, floor))).toBeCloseTo(1, 12);
  });
});
