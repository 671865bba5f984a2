import fc from 'fast-check';
import type { Scope } from '@gpuscope/aggregation/scope';
import { namespacesFor } from './namespacesFor.js';
import { narrowed } from './narrowed.js';

const grant = fc.oneof(
  fc.record({ cluster: fc.constantFrom('c1', 'c2'), namespace: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ cluster: fc.constantFrom('c1', 'c2'), host: fc.constantFrom('vm-1', 'vm-2') }),
);
const scopes: fc.Arbitrary<Scope> = fc.record({
  kind: fc.constant('tenants' as const),
  tenants: fc.uniqueArray(
    fc.record({ tenant: fc.constantFrom('t1', 't2', 't3'), grants: fc.array(grant) }),
    { selector: ({ tenant }) => tenant },
  ),
});
const names: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('t1', 't2', 't3', 't4'));

describe('narrowed', () => {
  it('never gives what the scope does not', () => {
    fc.assert(
      fc.property(scopes, names, (scope, tenants) => {
        const made = narrowed(scope, { tenants, apps: ['web'] });
        expect(made.selection).toEqual({ apps: ['web'] });
        if (scope.kind !== 'tenants' || made.scope.kind !== 'tenants') throw new Error('not it');
        const expected = scope.tenants.filter(
          ({ tenant }) => tenants.length === 0 || tenants.includes(tenant),
        );
        expect(made.scope.tenants).toEqual(expected);
      }),
    );
  });

  it('leaves the choice of tenants to the identity rules for who sees everything', () => {
    const selection = { tenants: ['t1'] };
    expect(narrowed({ kind: 'everything' }, selection)).toEqual({
      scope: { kind: 'everything' },
      selection,
    });
  });
});

describe('namespacesFor', () => {
  it('are the chosen ones, else all of the scope, each once', () => {
    fc.assert(
      fc.property(scopes, (scope) => {
        expect(namespacesFor({ scope, selection: { namespaces: ['x'] } })).toEqual(['x']);
        const found = namespacesFor({ scope, selection: {} });
        const granted = new Set(
          (scope.kind === 'tenants' ? scope.tenants : []).flatMap(({ grants }) =>
            grants.flatMap((one) => ('namespace' in one ? [one.namespace] : [])),
          ),
        );
        expect(found).toHaveLength(granted.size);
        expect(new Set(found)).toEqual(granted);
      }),
    );
  });

  it('are none, which stands for all, where everything may be seen', () => {
    expect(namespacesFor({ scope: { kind: 'everything' }, selection: {} })).toEqual([]);
  });
});
