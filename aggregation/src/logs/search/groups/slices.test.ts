import fc from 'fast-check';
import type { IdentityRules } from '../../../identity/index.js';
import { fits } from '../testing/fits.js';
import { record } from '../testing/arbitraries.js';
import { exact, sketchLayout, sketchPlan } from '../testing/plans.js';
import { stored } from '../testing/stored.js';
import { slicesOf } from './slices.js';

const NAMES = ['namespace', 'host', 'level', 'cluster', 'status', 'app', 'user', 'tenant'] as const;
const rules: IdentityRules = {
  tenant: [{ from: 'namespace.name' }],
  app: [
    { from: 'pod.label', key: 'app' },
    { from: 'pod.name', match: '^(.+)-\\d+$' },
  ],
  user: [{ from: 'pod.annotation', key: 'by' }],
};
const hosts = new Map([['vm-1', { tenant: 't', app: 'a', user: 'u' }]]);
const listed = new Map([
  ['pod', ['web-0', 'web-1']],
  ['machine', ['vm-1', 'vm-2', 'gpu-1']],
]);
const identity = { rules, hosts, listed };

describe('the slices of records by names', () => {
  it('have each record exactly once', () => {
    const by = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });
    fc.assert(
      fc.property(by, record, (names, one) => {
        const slices = slicesOf(sketchPlan({ identity }), names);
        expect(slices.filter(({ when }) => fits(when)(one))).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('have each record exactly once, of several shapes as well', () => {
    const other = sketchLayout({
      indices: ['b'],
      roles: { namespace: exact('k8s.ns') },
      without: ['level'],
    });
    const plan = sketchPlan({ identity }, sketchLayout({ indices: ['a'] }), other);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
        record,
        (names, one) => {
          const slices = slicesOf(plan, names);
          for (const index of ['a', 'b']) {
            const own = stored(one.fields, index);
            expect(slices.filter(({ when }) => fits(when)(own))).toHaveLength(1);
          }
        },
      ),
    );
  });

  it('are one for layouts that have the same fields', () => {
    const plan = sketchPlan({}, sketchLayout({ indices: ['a'] }), sketchLayout({ indices: ['b'] }));
    const [first, rest, ...others] = slicesOf(plan, ['namespace']);
    expect(others).toEqual([]);
    expect(first?.sources).toEqual([{ kind: 'terms', field: 'namespace', id: 'namespace' }]);
    expect(rest?.sources).toEqual([{ kind: 'constant', text: '' }]);
  });

  it('are the same each time, so that an answer can be read', () => {
    const ids = () =>
      slicesOf(sketchPlan({ identity }), ['app', 'level']).map(({ id, when }) => [id, when]);
    expect(ids()).toEqual(ids());
  });

  it('of no name are one', () => {
    expect(slicesOf(sketchPlan(), [])).toEqual([
      { id: 's0', when: { match_all: {} }, sources: [] },
    ]);
  });

  it('by names that rules give need the rules', () => {
    const { identity: _none, ...plan } = sketchPlan();
    expect(() => slicesOf(plan, ['app'])).toThrow(/without identity rules/);
    expect(_none).toBeDefined();
  });
});
