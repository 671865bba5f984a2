import fc from 'fast-check';
import { GpuscopeError } from '../../errors.js';
import type { Scope } from '../../scope/index.js';
import { EVERYTHING, inScope, NOTHING } from '../../scope/index.js';
import { scopeClause } from './scopeClause.js';
import { record, scope } from './testing/arbitraries.js';
import { fits } from './testing/fits.js';
import { exact, sketchLayout, sketchPlan } from './testing/plans.js';
import { placed, stored } from './testing/stored.js';

const tenant = (
  ...grants: Extract<Scope, { kind: 'tenants' }>['tenants'][number]['grants']
): Scope => ({
  kind: 'tenants',
  tenants: [{ tenant: 'synthetic-tenant', grants }],
});

describe('the clause of a scope', () => {
  it('finds the records that the scope has, and no others', () => {
    let seen = 0;
    fc.assert(
      fc.property(scope, record, (drawn, one) => {
        const found = fits(scopeClause(sketchPlan({ scope: drawn })))(one);
        if (found) seen += 1;
        expect(found).toBe(inScope(placed(one), drawn));
      }),
      { numRuns: 2_000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('lets an operator see everything, and nobody without a grant anything', () => {
    expect(scopeClause(sketchPlan({ scope: EVERYTHING }))).toEqual({ match_all: {} });
    expect(scopeClause(sketchPlan({ scope: NOTHING }))).toEqual({ match_none: {} });
    expect(scopeClause(sketchPlan({ scope: tenant() }))).toEqual({ match_none: {} });
  });

  it('keeps a namespace to its cluster', () => {
    const clause = scopeClause(
      sketchPlan({ scope: tenant({ cluster: 'idc1', namespace: 'team-a' }) }),
    );
    expect(fits(clause)(stored({ cluster: 'idc1', namespace: 'team-a' }))).toBe(true);
    expect(fits(clause)(stored({ cluster: 'idc2', namespace: 'team-a' }))).toBe(false);
    expect(fits(clause)(stored({ namespace: 'team-a' }))).toBe(false);
  });

  it('keeps a name that was used before to its new owner: from the floor on', () => {
    const clause = scopeClause(
      sketchPlan({ scope: tenant({ cluster: 'idc1', namespace: 'team-a', fromMs: 5_000 }) }),
    );
    const at = (ms: number) => stored({ cluster: 'idc1', namespace: 'team-a', '@timestamp': ms });
    expect([4_999, 5_000].map((ms) => fits(clause)(at(ms)))).toEqual([false, true]);
  });

  it('gives a machine without the pods that run on it', () => {
    const clause = scopeClause(sketchPlan({ scope: tenant({ cluster: 'idc1', host: 'gpu-1' }) }));
    expect(fits(clause)(stored({ cluster: 'idc1', machine: 'gpu-1' }))).toBe(true);
    expect(fits(clause)(stored({ cluster: 'idc1', machine: 'gpu-1', pod: 'web-0' }))).toBe(false);
  });

  it('tells the cluster from the index where its name says it', () => {
    const cluster = { kind: 'index', match: '^([^:]+):' } as const;
    const clause = scopeClause(
      sketchPlan({
        cluster,
        indices: ['idc1:logs', 'idc2:logs', 'logs'],
        scope: tenant({ cluster: 'idc1', namespace: 'team-a' }),
      }),
    );
    const own = { namespace: 'team-a' };
    expect(
      ['idc1:logs', 'idc2:logs', 'logs'].map((index) => fits(clause)(stored(own, index))),
    ).toEqual([true, false, false]);
  });

  it('gives the only cluster of a source to its own tenants only', () => {
    const cluster = { kind: 'only', cluster: 'idc1' } as const;
    const of = (name: string) =>
      scopeClause(sketchPlan({ cluster, scope: tenant({ cluster: name, namespace: 'team-a' }) }));
    expect(fits(of('idc1'))(stored({ namespace: 'team-a' }))).toBe(true);
    expect(of('idc2')).toEqual({ match_none: {} });
  });

  it('asks each layout by its own fields', () => {
    const one = sketchLayout({ indices: ['a'] });
    const two = sketchLayout({ indices: ['b'], roles: { namespace: exact('k8s.ns') } });
    const plan = sketchPlan({ scope: tenant({ cluster: 'idc1', namespace: 'team-a' }) }, one, two);
    const clause = scopeClause(plan);
    expect(fits(clause)(stored({ cluster: 'idc1', namespace: 'team-a' }, 'a'))).toBe(true);
    expect(fits(clause)(stored({ cluster: 'idc1', namespace: 'team-a' }, 'b'))).toBe(false);
    expect(fits(clause)(stored({ cluster: 'idc1', 'k8s.ns': 'team-a' }, 'b'))).toBe(true);
  });

  it('refuses an index whose namespaces are words, by its name', () => {
    const words = sketchLayout({
      indices: ['words-1'],
      roles: { namespace: { path: 'namespace', text: 'namespace', type: 'text' } },
    });
    const plan = sketchPlan({ scope: tenant({ cluster: 'idc1', namespace: 'team-a' }) }, words);
    expect(() => scopeClause(plan)).toThrow(GpuscopeError);
    expect(() => scopeClause(plan)).toThrow(/"namespace".*words-1.*keyword/);
  });
});
