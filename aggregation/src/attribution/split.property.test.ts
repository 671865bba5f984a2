import fc from 'fast-check';
import { sumOf } from '../groupBy.js';
import type { Holder } from './claim.js';
import type { OwnedFigure } from './heldFigures.js';
import { holderKey } from './holderKey.js';
import type { HeldPart, Holding } from './holding.js';
import { IDLE_BELOW, splitFigure } from './split.js';
import { holdingOf, localOf } from './testing.js';

const pod = (name: string, container: string): Holder => ({
  kind: 'pod',
  namespace: 'ns',
  pod: name,
  container,
});

const HOLDERS: readonly Holder[] = [
  pod('p', 'main'),
  pod('p', 'side'),
  pod('q', 'main'),
  localOf({ job: '1' }),
  localOf({ job: '2' }),
  localOf({ user: 'bob' }),
  { kind: 'host', host: 'synthetic-vm' },
];

const ratio = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));

const holdings: fc.Arbitrary<Holding> = fc
  .record({
    held: fc.subarray([...HOLDERS]),
    free: fc.boolean(),
    byUse: fc.boolean(),
    known: fc.constantFrom(true, true, true, false),
  })
  .map(({ held, free, byUse, known }) => {
    const each = 1 / (held.length + (free ? 1 : 0));
    const parts = known ? held.map((holder): HeldPart => ({ holder, allocated: each })) : [];
    const alone = parts.length === 1 && !free;
    return {
      ...holdingOf({}),
      parts,
      known,
      byUse,
      alone,
      free: parts.length === 0 || free ? 1 : 0,
    };
  });

const owned: fc.Arbitrary<OwnedFigure> = fc
  .record({
    holder: fc.constantFrom(...HOLDERS, pod('p', ''), pod('gone', 'main'), undefined),
    value: ratio,
  })
  .map(({ holder, value }) => (holder === undefined ? { value } : { holder, value }));

const figures = fc.array(owned, { maxLength: 10 });

const split = (holding: Holding, figure: number, found: readonly OwnedFigure[]) =>
  splitFigure(holding, figure, { by: 'process', figures: found }, IDLE_BELOW);

const restOf = ({ rest }: ReturnType<typeof split>): number =>
  sumOf(Object.values(rest), (value) => value);

describe('splitFigure, whatever the processes', () => {
  it('makes parts that are never negative and add up to the figure', () => {
    fc.assert(
      fc.property(holdings, ratio, figures, (holding, figure, found) => {
        const one = split(holding, figure, found);
        expect(one.parts).toHaveLength(holding.parts.length);
        for (const value of [...one.parts, ...Object.values(one.rest)]) {
          expect(value).toBeGreaterThanOrEqual(0);
        }
        expect(sumOf(one.parts, (part) => part) + restOf(one)).toBeCloseTo(figure, 9);
      }),
    );
  });

  it('gives nobody among several more than their processes have, and nothing to the idle', () => {
    const shared = holdings.filter(({ parts }) => parts.length > 1);
    const some = fc.array(owned, { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(shared, ratio, some, (holding, figure, found) => {
        const one = split(holding, figure, found);
        expect(one.method).toBe('process');
        const most = new Map<string, number>();
        const all = sumOf(found, ({ value }) => value);
        for (const { holder, value } of found) {
          if (holder === undefined) continue;
          for (const { holder: part } of holding.parts) {
            if (!mayBeOf(part, holder)) continue;
            most.set(holderKey(part), (most.get(holderKey(part)) ?? 0) + value);
          }
        }
        holding.parts.forEach(({ holder }, i) => {
          expect(one.parts[i] ?? 0).toBeLessThanOrEqual((most.get(holderKey(holder)) ?? 0) + 1e-9);
        });
        if (all < figure - 1e-6) expect(restOf(one)).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the proportions of what was measured where it exceeds the device', () => {
    const two = [pod('p', 'main'), pod('q', 'main')].map((holder) => ({ holder, allocated: 0.5 }));
    const holding: Holding = { ...holdingOf({}), parts: two, free: 0 };
    const value = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (figure, a, b) => {
        const [p = NaN, q = NaN] = split(holding, figure, [
          { holder: pod('p', 'main'), value: a },
          { holder: pod('q', 'main'), value: b },
        ]).parts;
        expect(p / q).toBeCloseTo(a / b, 6);
        expect(p + q).toBeCloseTo(Math.min(figure, a + b), 9);
      }),
    );
  });

  it('scales strangers and the only holder alike where they exceed the device', () => {
    const only: Holding = {
      ...holdingOf({}),
      parts: [{ holder: pod('p', 'main'), allocated: 1 }],
      free: 0,
      alone: true,
    };
    const value = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (figure, own, stranger) => {
        const one = split(only, figure, [
          { holder: pod('p', 'main'), value: own },
          { holder: pod('gone', 'main'), value: stranger },
        ]);
        const unknown = one.rest.unknown ?? 0;
        expect(unknown).toBeLessThanOrEqual(stranger + 1e-9);
        // The holder has the device: what nobody accounts for is his.
        expect(one.parts[0]).toBeCloseTo(figure - unknown, 9);
        if (own + stranger >= figure) {
          expect(unknown).toBeCloseTo((figure * stranger) / (own + stranger), 9);
        } else {
          expect(unknown).toBeCloseTo(stranger, 9);
        }
      }),
    );
  });

  it('splits alike in whatever order the figures come', () => {
    fc.assert(
      fc.property(holdings, ratio, figures, (holding, figure, found) => {
        const [one, other] = [
          split(holding, figure, found),
          split(holding, figure, found.toReversed()),
        ];
        one.parts.forEach((part, i) => {
          expect(other.parts[i]).toBeCloseTo(part, 9);
        });
        expect(restOf(other)).toBeCloseTo(restOf(one), 9);
      }),
    );
  });
});

/** Whose a process's figure may become: its own holder's, its pod's, or the whole machine's. */
function mayBeOf(part: Holder, holder: Holder): boolean {
  if (holderKey(part) === holderKey(holder)) return true;
  if (part.kind === 'pod') {
    return holder.kind === 'pod' && part.namespace === holder.namespace && part.pod === holder.pod;
  }
  return part.kind === 'host' && holder.kind === 'local';
}
