import fc from 'fast-check';
import type { Placed, Scope } from './index.js';
import { EVERYTHING, inScope, narrowScope, NOTHING } from './index.js';

const RECORD: Placed = {
  cluster: 'idc1',
  namespace: 'team-a',
  pod: 'web-0',
  host: 'gpu-1',
  timeNs: 5_000_000_000n,
};
const MACHINE: Placed = { ...RECORD, namespace: '', pod: '' };

const of = (
  ...grants: Extract<Scope, { kind: 'tenants' }>['tenants'][number]['grants']
): Scope => ({
  kind: 'tenants',
  tenants: [{ tenant: 'synthetic-tenant', grants }],
});

describe('whether a record may be seen', () => {
  it('by everybody who sees everything, by nobody who sees nothing', () => {
    expect(inScope(RECORD, EVERYTHING)).toBe(true);
    expect(inScope(RECORD, NOTHING)).toBe(false);
    expect(inScope(RECORD, of())).toBe(false);
  });

  it('by whom its namespace is given, in its cluster', () => {
    expect(inScope(RECORD, of({ cluster: 'idc1', namespace: 'team-a' }))).toBe(true);
    expect(inScope(RECORD, of({ cluster: 'idc2', namespace: 'team-a' }))).toBe(false);
    expect(inScope(RECORD, of({ cluster: 'idc1', namespace: 'team-b' }))).toBe(false);
  });

  it('from the floor on, to the nanosecond', () => {
    const grants = (fromMs: number) => of({ cluster: 'idc1', namespace: 'team-a', fromMs });
    expect(inScope(RECORD, grants(5_000))).toBe(true);
    expect(inScope(RECORD, grants(5_000.5))).toBe(false);
    expect(inScope({ ...RECORD, timeNs: 4_999_999_999n }, grants(5_000))).toBe(false);
  });

  it('by whom its machine is given, only where it is of no pod', () => {
    const scope = of({ cluster: 'idc1', host: 'gpu-1' });
    expect(inScope(MACHINE, scope)).toBe(true);
    expect(inScope(RECORD, scope)).toBe(false);
    expect(inScope({ ...MACHINE, host: 'gpu-2' }, scope)).toBe(false);
  });

  it.each([
    ['cluster', { ...RECORD, cluster: '' }, { cluster: '', namespace: 'team-a' }],
    ['namespace', { ...RECORD, namespace: '' }, { cluster: 'idc1', namespace: '' }],
    ['host', { ...MACHINE, host: '' }, { cluster: 'idc1', host: '' }],
  ])("an empty %s is nobody's, even where a grant names it", (_what, record, grant) => {
    expect(inScope(record, of(grant))).toBe(false);
  });
});

describe('a narrowed scope', () => {
  const two: Scope = {
    kind: 'tenants',
    tenants: [
      { tenant: 't1', grants: [{ cluster: 'idc1', namespace: 'team-a' }] },
      { tenant: 't2', grants: [{ cluster: 'idc1', namespace: 'team-b' }] },
    ],
  };

  it('has the chosen tenants only; none chosen is all that it has', () => {
    expect(inScope(RECORD, narrowScope(two, ['t1']))).toBe(true);
    expect(inScope(RECORD, narrowScope(two, ['t2']))).toBe(false);
    expect(narrowScope(two, [])).toBe(two);
    expect(narrowScope(EVERYTHING, ['t1'])).toBe(EVERYTHING);
  });

  it('never shows more than the scope does, whatever tenants are named', () => {
    const namespace = fc.constantFrom('team-a', 'team-b', 'team-c');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('t1', 't2', 't3', '')), namespace, (tenants, name) => {
        const record = { ...RECORD, namespace: name };
        if (inScope(record, narrowScope(two, tenants))) expect(inScope(record, two)).toBe(true);
      }),
    );
  });

  it('of strangers only is nothing at all', () => {
    expect(inScope(RECORD, narrowScope(two, ['t3']))).toBe(false);
  });
});
