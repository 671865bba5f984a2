import fc from 'fast-check';
import { GpuscopeError } from '../../errors.js';
import type { Scope } from '../../scope/index.js';
import type { LogRecord } from '../record.js';
import type { SearchPlan } from '../searchPlan.js';
import type { SearchBody } from './body.js';
import { contextSearch } from './context.js';
import { countsSearch, valuesSearch, volumeSearch } from './counts.js';
import { fieldsSearch } from './fields.js';
import { linesSearch } from './lines.js';
import { listSearch } from './list.js';
import { recordSearch } from './record.js';
import { sampleSearch } from './sample.js';
import { scopeClause } from './scopeClause.js';
import { filterOf } from './testing/aggregate.js';
import { scope, selection } from './testing/arbitraries.js';
import { DIALECTS, sketchPlan } from './testing/plans.js';

const RECORD: LogRecord = {
  id: 'synthetic-logs/1',
  shape: 'fluent-bit',
  timeNs: 1_000_000_000n,
  line: '',
  cut: 0,
  cluster: 'idc1',
  namespace: 'team-a',
  pod: 'web-0',
  container: 'main',
  host: 'gpu-1',
  unit: '',
  stream: '',
  traceId: '',
  spanId: '',
  app: '',
  user: '',
  extra: new Map(),
};
const HIT = { index: 'synthetic-logs', id: '1', source: {}, sort: [1_000, 1] };

/** Every search there is. */
const SEARCHES: Readonly<Record<string, (plan: SearchPlan) => SearchBody>> = {
  lines: (plan) =>
    linesSearch(plan, { show: 'lines', selection: plan.selection, direction: 'newest', limit: 10 }),
  volume: (plan) =>
    volumeSearch(plan, { show: 'volume', selection: plan.selection, intervalMs: 60_000 }),
  counts: (plan) =>
    countsSearch(plan, { show: 'counts', selection: plan.selection, by: ['namespace'], top: 5 }),
  values: (plan) =>
    valuesSearch(plan, {
      show: 'values',
      selection: plan.selection,
      name: 'pod',
      prefix: 'w',
      top: 5,
    }),
  context: (plan) =>
    contextSearch(
      plan,
      { hit: HIT, record: RECORD },
      { show: 'context', id: RECORD.id, direction: 'before', limit: 5 },
    ),
  record: (plan) => recordSearch(plan, RECORD.id),
  sample: (plan) => sampleSearch(plan, 7),
  fields: (plan) => fieldsSearch(plan),
  list: (plan) => listSearch(plan, 'pod'),
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('*', '"', '" OR _exists_:namespace', '-x', '") {', '\\', '{"match_all":{}}'),
);

const stranger: Scope = {
  kind: 'tenants',
  tenants: [{ tenant: 'synthetic-tenant', grants: [{ cluster: 'idc1', namespace: 'team-a' }] }],
};

/** A text that can't be read is refused as the asker's fault; any other error is ours. */
function bodyOrRefusal(write: () => SearchBody): SearchBody | undefined {
  try {
    return write();
  } catch (error) {
    if (error instanceof GpuscopeError && error.origin === 'user') return undefined;
    throw error;
  }
}

describe.each(Object.entries(SEARCHES))('the search for %s', (_name, search) => {
  it('has the scope alone in a filter entry of its own, whatever was asked', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        scope,
        selection,
        fc.record({ words: text, lucene: text }, { requiredKeys: [] }),
        fc.constantFrom(...DIALECTS),
        (drawn, asked, texts, dialect) => {
          const plan = sketchPlan({ scope: drawn, selection: { ...asked, ...texts }, dialect });
          const body = bodyOrRefusal(() => search(plan));
          if (body === undefined) return;
          answered += 1;
          expect(filterOf(body)[0]).toEqual(scopeClause(sketchPlan({ scope: drawn, dialect })));
        },
      ),
      { numRuns: 80 },
    );
    expect(answered).toBeGreaterThan(20);
  });

  it('has no other way past the filter: every part of the query only narrows', () => {
    const body = search(sketchPlan({ scope: stranger, selection: { words: 'x' } }));
    const { bool, ...others } = body.query as { readonly bool: Readonly<Record<string, unknown>> };
    expect(others).toEqual({});
    expect(Object.keys(bool).filter((key) => key !== 'filter' && key !== 'must')).toEqual([]);
    const known = ['size', 'timeout', 'track_total_hits', 'query', '_source', 'sort', 'aggs'];
    expect(Object.keys(body).filter((key) => !known.includes(key))).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/"global"|query_string|"script|post_filter|"suggest/);
  });
});
