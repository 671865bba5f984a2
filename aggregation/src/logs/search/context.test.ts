import fc from 'fast-check';
import type { ContextQuestion } from '../question.js';
import type { LogRecord } from '../record.js';
import { contextSearch } from './context.js';
import { foundBy } from './testing/aggregate.js';
import { ELASTICSEARCH_6, exact, OPENSEARCH_2, sketchLayout, sketchPlan } from './testing/plans.js';
import type { Stored } from './testing/stored.js';
import { INDEX, placed, stored } from './testing/stored.js';

const OFFSET = { offset: exact('offset', 'long') };

/** A record as reading would give it. */
function recordOf(one: Stored): LogRecord {
  const text = (field: string) => String(one.fields[field] ?? '');
  return {
    id: `${one.index}/${one.id}`,
    shape: 'fluent-bit',
    ...placed(one),
    line: '',
    cut: 0,
    container: text('container'),
    unit: text('unit'),
    stream: '',
    traceId: '',
    spanId: '',
    app: '',
    user: '',
    extra: new Map(),
  };
}

function anchorOf(one: Stored, withOffset: boolean) {
  const { '@timestamp': time = 0, offset, _seq_no: taken = 0 } = one.fields;
  const missing = Number.MAX_SAFE_INTEGER + 1;
  const sort = [time, ...(withOffset ? [offset ?? missing] : []), taken];
  return { hit: { index: one.index, id: one.id, source: {}, sort }, record: recordOf(one) };
}

type Direction = ContextQuestion['direction'];

function around(
  one: Stored,
  records: readonly Stored[],
  direction: Direction,
  layout = sketchLayout(),
) {
  const anchor = anchorOf(one, layout.roles.offset !== undefined);
  const body = contextSearch(sketchPlan({}, layout), anchor, {
    show: 'context',
    id: anchor.record.id,
    direction,
    limit: 100,
  });
  return foundBy(body, records);
}

const POD = { cluster: 'idc1', namespace: 'team-a', pod: 'web-0', container: 'main' };
const pod = (fields: Stored['fields'] = {}) => stored({ ...POD, ...fields });

describe('the lines around one', () => {
  it.each([
    ['the order in which the store took them in', sketchLayout()],
    ['their offsets', sketchLayout({ roles: OFFSET })],
  ])('each stands on exactly one side, the one itself on none, by %s', (_how, layout) => {
    const line = fc.record(
      { '@timestamp': fc.integer({ min: 1, max: 3 }), offset: fc.integer({ min: 0, max: 3 }) },
      { requiredKeys: ['@timestamp'] },
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(), (lines, pick) => {
        const records = lines.map((fields) => pod(fields));
        const one = records[pick % records.length] ?? pod();
        const [before, after] = (['before', 'after'] as const).map((side) =>
          around(one, records, side, layout).map(({ id }) => id),
        );
        const others = records.filter((record) => record !== one).map(({ id }) => id);
        expect([...(before ?? []), ...(after ?? [])].sort()).toEqual(others.sort());
      }),
    );
  });

  it('earlier ones stand before it, later ones after it', () => {
    const [early, one, late] = [1_000, 2_000, 3_000].map((time) => pod({ '@timestamp': time }));
    if (early === undefined || one === undefined || late === undefined) throw new Error('three');
    expect(around(one, [early, one, late], 'before')).toEqual([early]);
    expect(around(one, [early, one, late], 'after')).toEqual([late]);
  });

  it('of one millisecond, the offset decides before the order of taking in', () => {
    const layout = sketchLayout({ roles: OFFSET });
    const second = pod({ offset: 20 });
    const first = pod({ offset: 10 });
    expect(around(second, [first, second], 'before', layout)).toEqual([first]);
    expect(around(second, [first, second], 'after', layout)).toEqual([]);
  });

  it('are of the same pod and container only', () => {
    const one = pod({ '@timestamp': 5_000 });
    const others = [
      pod({ container: 'sidecar' }),
      pod({ pod: 'web-1' }),
      pod({ namespace: 'team-b' }),
      pod({ cluster: 'idc2' }),
      stored({ cluster: 'idc1', machine: 'gpu-1' }),
    ];
    expect(around(one, [...others, one], 'before')).toEqual([]);
  });

  it('of a machine are of its unit, and never of a pod', () => {
    const machine = (fields: Stored['fields'] = {}) =>
      stored({ cluster: 'idc1', machine: 'vm-1', unit: 'ssh', ...fields });
    const own = machine();
    const one = machine({ '@timestamp': 1_000_001 });
    const others = [
      machine({ unit: 'cron' }),
      machine({ machine: 'vm-2' }),
      machine({ pod: 'web-0' }),
    ];
    expect(around(one, [own, ...others, one], 'before')).toEqual([own]);
  });

  it('keep to nanoseconds where the index does', () => {
    const layout = sketchLayout({ roles: { time: exact('@timestamp', 'date_nanos') } });
    const at = (nanos: string) => pod({ '@timestamp': `2026-11-21T08:00:00.123${nanos}Z` });
    const [early, one, late] = [at('000001'), at('000002'), at('000003')];
    const hit = {
      index: INDEX,
      id: one.id,
      source: {},
      sort: [String(one.fields['@timestamp']), 2],
    };
    const record = { ...recordOf(pod()), id: `${INDEX}/${one.id}` };
    const question = { show: 'context', id: record.id, direction: 'before', limit: 5 } as const;
    const plan = sketchPlan({ range: { fromMs: 0, toMs: 4_000_000_000_000 } }, layout);
    expect(foundBy(contextSearch(plan, { hit, record }, question), [early, one, late])).toEqual([
      early,
    ]);
    const fromSource = {
      hit: {
        ...hit,
        sort: [1_795_248_000_123, 2],
        source: { '@timestamp': String(one.fields['@timestamp']) },
      },
      record,
    };
    const old = { ...plan, dialect: OPENSEARCH_2 };
    expect(foundBy(contextSearch(old, fromSource, question), [early, one, late])).toEqual([early]);
  });

  it('come the nearest first, and as many as were asked for', () => {
    const question = { show: 'context', id: `${INDEX}/x`, limit: 7 } as const;
    const anchor = anchorOf(pod(), false);
    const plan = sketchPlan({ dialect: ELASTICSEARCH_6 });
    const before = contextSearch(plan, anchor, { ...question, direction: 'before' });
    const after = contextSearch(plan, anchor, { ...question, direction: 'after' });
    expect(before).toMatchObject({
      size: 7,
      sort: [{ '@timestamp': { order: 'desc' } }, { _seq_no: { order: 'desc' } }],
    });
    expect(after).toMatchObject({
      size: 7,
      sort: [{ '@timestamp': { order: 'asc' } }, { _seq_no: { order: 'asc' } }],
    });
  });

  it('a line that came without sort values is our mistake', () => {
    const anchor = anchorOf(pod(), false);
    const bare = { ...anchor, hit: { ...anchor.hit, sort: [] } };
    const question = { show: 'context', id: 'a/b', direction: 'before', limit: 1 } as const;
    expect(() => contextSearch(sketchPlan(), bare, question)).toThrow(/sorted by/);
  });
});
