import { clusterOf } from './clusterOf.js';
import { hitOf } from './testing.js';

describe('the cluster of a hit', () => {
  it('is the only one', () => {
    expect(clusterOf(hitOf({ cluster: 'other' }), { kind: 'only', cluster: 'here' })).toBe('here');
  });

  it.each([
    ['a field', { cluster: 'idc1' }, 'cluster', 'idc1'],
    [
      'a nested field',
      { orchestrator: { cluster: { name: 'idc1' } } },
      'orchestrator.cluster.name',
      'idc1',
    ],
    ['a field with dots', { 'k8s.cluster.name': 'idc1' }, 'k8s.cluster.name', 'idc1'],
    ['a number', { cluster: 5 }, 'cluster', '5'],
    ['the first of a list', { cluster: ['idc1', 'idc2'] }, 'cluster', 'idc1'],
    ['nothing', {}, 'cluster', ''],
    ['an object', { cluster: { name: 'x' } }, 'cluster', ''],
    ['null', { cluster: null }, 'cluster', ''],
  ])('is what %s says', (_, source, field, name) => {
    expect(clusterOf(hitOf(source), { kind: 'field', field })).toBe(name);
  });

  it.each([
    ['a cross-cluster prefix', 'idc1:logs-1', '^([^:]+):', 'idc1'],
    ['a part of the name', 'logs-idc2-2026.11.21', '^logs-([a-z0-9]+)-', 'idc2'],
    ['a name that does not fit', 'logs-1', '^([^:]+):', ''],
    ['a pattern without a capture', 'idc1:logs-1', '^idc1:', ''],
  ])('is what the index says: %s', (_, index, match, name) => {
    expect(clusterOf(hitOf({}, index), { kind: 'index', match })).toBe(name);
  });
});
