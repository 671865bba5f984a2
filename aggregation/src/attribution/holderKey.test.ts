import fc from 'fast-check';
import type { Holder, LocalHolder } from './claim.js';
import { holderKey, ownerKey } from './holderKey.js';
import { localOf } from './testing.js';

const text = fc.oneof(fc.constantFrom('', 'a', 'a/b', '","', '\\'), fc.string());

const locals: fc.Arbitrary<LocalHolder> = fc.record({
  kind: fc.constant('local'),
  host: text,
  user: text,
  group: text,
  unit: text,
  job: text,
  account: text,
});

const holders: fc.Arbitrary<Holder> = fc.oneof(
  locals,
  fc.record({ kind: fc.constant('host'), host: fc.constantFrom('a', 'vm') }),
  fc.record({
    kind: fc.constant('pod'),
    namespace: fc.constantFrom('a', 'b'),
    pod: fc.constantFrom('a', 'b'),
    container: fc.constantFrom('', 'a'),
  }),
);

describe('holderKey', () => {
  it('is the same for the same holder only, whatever a directory calls its users', () => {
    fc.assert(
      fc.property(holders, holders, (a, b) => {
        expect(holderKey(a) === holderKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('tells containers of a pod apart, which have one owner', () => {
    const [main, side] = ['main', 'side'].map((container): Holder => ({
      kind: 'pod',
      namespace: 'ns',
      pod: 'p',
      container,
    })) as [Holder, Holder];
    expect(holderKey(main)).not.toBe(holderKey(side));
    expect(ownerKey(main)).toBe(ownerKey(side));
  });

  it('takes each job, unit and user for an owner', () => {
    const keys = [localOf(), localOf({ job: '1' }), localOf({ unit: 'a.service' })].map(ownerKey);
    expect(new Set(keys).size).toBe(3);
  });
});
