import { clusterOfIndex, clusterPresent, ofClusters } from './clusterClause.js';
import { fits } from './testing/fits.js';
import { sketchLayout, sketchPlan } from './testing/plans.js';
import { stored } from './testing/stored.js';

const layout = sketchLayout();
const ALL = ['idc1:logs-a', 'idc2:logs-b', 'logs-c'];
const byIndex = sketchPlan({ cluster: { kind: 'index', match: '^([^:]+):' }, indices: ALL });
const byField = sketchPlan();
const only = sketchPlan({ cluster: { kind: 'only', cluster: 'idc1' } });

const indicesFound = (clause: Parameters<typeof fits>[0]) =>
  ALL.filter((index) => fits(clause)(stored({}, index)));

describe('which cluster records are of', () => {
  it('is told by a field', () => {
    const clause = ofClusters(byField, layout, ['idc1']);
    expect(fits(clause)(stored({ cluster: 'idc1' }))).toBe(true);
    expect(fits(clause)(stored({ cluster: 'idc2' }))).toBe(false);
    expect(fits(clusterPresent(byField, layout))(stored({}))).toBe(false);
    expect(fits(clusterPresent(byField, layout))(stored({ cluster: 'x' }))).toBe(true);
  });

  it('is told by the index, of those that the pattern names', () => {
    expect(indicesFound(ofClusters(byIndex, layout, ['idc1', 'idc2']))).toEqual(ALL.slice(0, 2));
    expect(indicesFound(ofClusters(byIndex, layout, ['idc3']))).toEqual([]);
    expect(indicesFound(clusterPresent(byIndex, layout))).toEqual(ALL.slice(0, 2));
  });

  it('is told by the indices of the layout, where it has only some', () => {
    const some = sketchLayout({ indices: ['idc2:logs-b'] });
    expect(indicesFound(ofClusters(byIndex, some, ['idc1', 'idc2']))).toEqual(['idc2:logs-b']);
  });

  it('is the only one there is', () => {
    expect(ofClusters(only, layout, ['idc2', 'idc1'])).toEqual({ match_all: {} });
    expect(ofClusters(only, layout, ['idc2'])).toEqual({ match_none: {} });
    expect(clusterPresent(only, layout)).toEqual({ match_all: {} });
    const nameless = sketchPlan({ cluster: { kind: 'only', cluster: '' } });
    expect(clusterPresent(nameless, layout)).toEqual({ match_none: {} });
  });

  it.each([
    ['a field', byField],
    ['the index', byIndex],
    ['being the only one', only],
  ])('is never the empty one, told by %s', (_how, plan) => {
    expect(ofClusters(plan, layout, [''])).toEqual({ match_none: {} });
  });

  it("is nobody's where the records lack the field", () => {
    const without = sketchLayout({ without: ['cluster'] });
    expect(ofClusters(byField, without, ['idc1'])).toEqual({ match_none: {} });
    expect(clusterPresent(byField, without)).toEqual({ match_none: {} });
  });

  it('can not be told by indices that nobody names: that is our mistake', () => {
    const blind = sketchPlan({ cluster: { kind: 'index', match: '^(.)' } });
    expect(() => ofClusters(blind, layout, ['idc1'])).toThrow(/no indices given/);
  });
});

describe('the cluster in the name of an index', () => {
  it('is what the pattern captures, else none', () => {
    expect(clusterOfIndex('^([^:]+):', 'idc1:logs')).toBe('idc1');
    expect(clusterOfIndex('^logs-([a-z]+)-', 'logs-idc1-2026')).toBe('');
    expect(clusterOfIndex('^logs-([a-z0-9]+)-', 'logs-idc1-2026')).toBe('idc1');
    expect(clusterOfIndex('^(x)?logs', 'logs')).toBe('');
  });
});
