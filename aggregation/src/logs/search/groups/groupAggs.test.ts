import type { IdentityRules } from '../../../identity/index.js';
import { ELASTICSEARCH_6, exact, sketchLayout, sketchPlan } from '../testing/plans.js';
import { groupAggs } from './groupAggs.js';

const range = { fromMs: 0, toMs: 600_000 };

describe('the aggregations of groups', () => {
  it('ask for the largest, and the shards for more than that', () => {
    const { s0 } = groupAggs(sketchPlan(), { by: ['pod'], top: 7 });
    expect(s0).toMatchObject({
      aggs: {
        k0: { terms: { field: 'pod', size: 7, order: [{ _count: 'desc' }, { _key: 'asc' }] } },
      },
    });
    const { shard_size: size } = (s0 as { aggs: { k0: { terms: { shard_size: number } } } }).aggs.k0
      .terms;
    expect(size).toBeGreaterThan(7);
  });

  it('ask for steps in the words of the store, and for none that is empty', () => {
    const stepsOf = (dialect: Partial<Parameters<typeof sketchPlan>[0]>) =>
      groupAggs(sketchPlan({ range, ...dialect }), { by: [], top: 1, intervalMs: 60_000 });
    expect(stepsOf({})).toEqual({
      s0: {
        filter: { match_all: {} },
        aggs: {
          steps: {
            date_histogram: { field: '@timestamp', fixed_interval: '60000ms', min_doc_count: 1 },
          },
        },
      },
    });
    expect(JSON.stringify(stepsOf({ dialect: ELASTICSEARCH_6 }))).toContain('"interval":"60000ms"');
  });

  it('ask for steps inside the second name, and the second inside the first', () => {
    const aggs = groupAggs(sketchPlan({ range }), {
      by: ['pod', 'level'],
      top: 2,
      intervalMs: 60_000,
    });
    expect(aggs.s0).toMatchObject({
      aggs: {
        k0: { aggs: { k1: { filters: { other_bucket_key: 'rest' }, aggs: { steps: {} } } } },
      },
    });
  });

  it('refuse to sort steps of different time fields together', () => {
    const other = sketchLayout({ roles: { time: exact('time', 'date') } });
    const plan = sketchPlan({ range }, sketchLayout(), other);
    expect(() => groupAggs(plan, { by: [], top: 1, intervalMs: 60_000 })).toThrow(
      /@timestamp, time/,
    );
    expect(() => groupAggs(plan, { by: [], top: 1 })).not.toThrow();
  });

  it('ask for names, not for all the pods that a pattern takes them from', () => {
    const rules: IdentityRules = {
      tenant: [],
      app: [{ from: 'pod.name', match: '^(.+)-\\d+$' }],
      user: [],
    };
    const pods = Array.from({ length: 5_000 }, (_, at) => `app${at % 3}-${at}`);
    const identity = { rules, hosts: new Map(), listed: new Map([['pod', pods]]) };
    const aggs = groupAggs(sketchPlan({ range, identity }), {
      by: ['app'],
      top: 5,
      intervalMs: 60_000,
    });
    const filters = Object.values(aggs).flatMap((agg) => {
      const { aggs: own } = agg as { aggs: { k0?: { filters: { filters: object } } } };
      return own.k0 === undefined ? [] : [Object.keys(own.k0.filters.filters)];
    });
    expect(filters).toEqual([['g0', 'g1', 'g2']]);
  });

  it('tell how many indices there may be where these tell the cluster', () => {
    const cluster = { kind: 'index', match: '^([^:]+):' } as const;
    const plan = sketchPlan({ cluster, indices: ['a:x', 'a:y', 'b:x'] });
    const { s0 } = groupAggs(plan, { by: ['cluster'], top: 1 });
    expect(s0).toMatchObject({ aggs: { k0: { terms: { field: '_index', size: 3 } } } });
  });
});
