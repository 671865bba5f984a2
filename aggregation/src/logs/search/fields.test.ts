import type { FieldCaps } from '../fieldCaps.js';
import type { Hit } from '../record.js';
import { fieldsOf, fieldsSearch } from './fields.js';
import { exact, sketchLayout, sketchPlan } from './testing/plans.js';

const type = (name: string) => [{ type: name, searchable: true, aggregatable: true }];
const caps: FieldCaps = {
  indices: ['synthetic-logs'],
  fields: new Map([
    ['@timestamp', type('date')],
    ['log', type('text')],
    ['pod', type('keyword')],
    ['labels.app', type('keyword')],
    ['labels.by', type('keyword')],
    ['status', type('long')],
    ['reason', type('keyword')],
    ['prose', type('text')],
    ['_id', type('_id')],
  ]),
};
const layout = sketchLayout({ without: ['unit', 'node'] });
const hit = (source: Hit['source']): Hit => ({
  index: 'synthetic-logs',
  id: '1',
  source,
  sort: [],
});

describe('the names that lines can be filtered and counted by', () => {
  it('are the roles that are exact, then labels, then other exact fields', () => {
    expect(fieldsOf([layout], caps)).toEqual([
      'cluster',
      'namespace',
      'pod',
      'container',
      'host',
      'level',
      'label.app',
      'label.by',
      'reason',
      'status',
    ]);
  });

  it("are those of the hits only, where hits are given: the mapping tells of everybody's", () => {
    const hits = [hit({ pod: 'web-0', labels: { app: 'web' } }), hit({ status: 200, log: 'x' })];
    expect(fieldsOf([layout], caps, hits)).toEqual(['pod', 'label.app', 'status']);
    expect(fieldsOf([layout], caps, [])).toEqual([]);
  });

  it('hold the keys of flattened labels, which only the hits tell', () => {
    const flat: FieldCaps = { indices: [], fields: new Map([['labels', type('flattened')]]) };
    const hits = [hit({ labels: { 'app.kubernetes.io/name': 'web' } })];
    expect(fieldsOf([layout], flat, hits)).toEqual(['label.app.kubernetes.io/name']);
  });

  it('are each named once, however many shapes have them', () => {
    const other = sketchLayout({ roles: { pod: exact('k8s.pod') } });
    const names = fieldsOf([layout, other], caps);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are looked for in the newest lines, whole', () => {
    const body = fieldsSearch(sketchPlan());
    expect(body).toMatchObject({ _source: true, sort: [{ '@timestamp': { order: 'desc' } }, {}] });
    expect(body.size).toBeGreaterThan(50);
  });
});
