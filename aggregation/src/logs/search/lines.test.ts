import type { LinesQuestion } from '../question.js';
import { linesSearch } from './lines.js';
import { recordSearch } from './record.js';
import { sampleSearch } from './sample.js';
import { foundBy } from './testing/aggregate.js';
import {
  DIALECTS,
  ELASTICSEARCH_6,
  ELASTICSEARCH_7_0,
  ELASTICSEARCH_7_17,
  ELASTICSEARCH_8,
  exact,
  OPENSEARCH_2,
  sketchLayout,
  sketchPlan,
} from './testing/plans.js';
import { INDEX, stored } from './testing/stored.js';

const NEWEST: LinesQuestion = { show: 'lines', selection: {}, direction: 'newest', limit: 500 };
const NANOS = sketchLayout({ roles: { time: exact('@timestamp', 'date_nanos') } });

describe('the search for lines', () => {
  it('sorts by time, then by offset, then by the order of taking in, both ways alike', () => {
    const layout = sketchLayout({ roles: { offset: exact('offset', 'long') } });
    const sortOf = (direction: LinesQuestion['direction']) =>
      linesSearch(sketchPlan({}, layout), { ...NEWEST, direction }).sort;
    expect(sortOf('newest')).toEqual([
      { '@timestamp': { order: 'desc', unmapped_type: 'date' } },
      { offset: { order: 'desc', unmapped_type: 'long', missing: '_first' } },
      { _seq_no: { order: 'desc', unmapped_type: 'long' } },
    ]);
    expect(sortOf('oldest')).toEqual([
      { '@timestamp': { order: 'asc', unmapped_type: 'date' } },
      { offset: { order: 'asc', unmapped_type: 'long', missing: '_last' } },
      { _seq_no: { order: 'asc', unmapped_type: 'long' } },
    ]);
  });

  it.each([
    [ELASTICSEARCH_6, {}],
    [ELASTICSEARCH_7_0, {}],
    [ELASTICSEARCH_7_17, { format: 'strict_date_optional_time_nanos', numeric_type: 'date_nanos' }],
    [ELASTICSEARCH_8, { format: 'strict_date_optional_time_nanos', numeric_type: 'date_nanos' }],
    [OPENSEARCH_2, { numeric_type: 'date_nanos' }],
  ])('keeps nanoseconds as far as %j can', (dialect, options) => {
    const [time] = linesSearch(sketchPlan({ dialect }, NANOS), NEWEST).sort as readonly object[];
    expect(time).toEqual({ '@timestamp': { order: 'desc', unmapped_type: 'date', ...options } });
  });

  it('counts up to a bound where the store can, and gives up in time', () => {
    for (const dialect of DIALECTS) {
      const body = linesSearch(sketchPlan({ dialect, timeoutMs: 1_500.4 }), NEWEST);
      expect(body).toMatchObject({ size: 500, timeout: '1500ms' });
      expect('track_total_hits' in body).toBe(dialect.major !== 6);
    }
  });

  it('fetches what is shown and nothing else, and as many as asked for', () => {
    const body = linesSearch(sketchPlan(), NEWEST, { columns: ['reason'], size: 3 });
    const { includes } = body._source as { readonly includes: readonly string[] };
    expect(body.size).toBe(3);
    expect(includes).toEqual(expect.arrayContaining(['log', '@timestamp', 'pod', 'reason']));
    expect(includes).not.toContain('status');
  });

  it('takes the range from its first millisecond up to, and without, its last', () => {
    const plan = sketchPlan({ range: { fromMs: 1_000, toMs: 2_000 } });
    const records = [999, 1_000, 1_999, 2_000].map((time) => stored({ '@timestamp': time }));
    const times = foundBy(linesSearch(plan, NEWEST), records).map(
      ({ fields }) => fields['@timestamp'],
    );
    expect(times).toEqual([1_000, 1_999]);
  });

  it('refuses to sort records that keep their times in different fields', () => {
    const other = sketchLayout({ roles: { time: exact('time', 'date') } });
    const search = () => linesSearch(sketchPlan({}, sketchLayout(), other), NEWEST);
    expect(search).toThrow(/@timestamp, time.*data source for each/);
  });
});

describe('the search for one record', () => {
  it('finds it by index and id, whatever its time', () => {
    const one = stored({ '@timestamp': 99_000_000 });
    const others = [stored({}), { ...one, index: 'another' }];
    const body = recordSearch(sketchPlan(), `${INDEX}/${one.id}`);
    expect(foundBy(body, [one, ...others])).toEqual([one]);
    expect(body).toMatchObject({ size: 1, _source: true });
  });

  it('keeps a cluster prefix, and ids with slashes', () => {
    const body = recordSearch(sketchPlan(), 'idc1:logs-1/a/b');
    const one = { index: 'idc1:logs-1', id: 'a/b', fields: {} };
    expect(foundBy(body, [one])).toEqual([one]);
  });

  it.each(['', 'x', '/x', 'x/'])('refuses %j, which is no id', (id) => {
    expect(() => recordSearch(sketchPlan(), id)).toThrow(/no line's id/);
  });
});

describe('a sample', () => {
  it('is drawn by lot with the seed, and scores nothing else', () => {
    const body = sampleSearch(sketchPlan(), 42.9, 10);
    expect(body).toMatchObject({
      size: 10,
      sort: [{ _score: { order: 'desc' } }],
      query: {
        bool: {
          must: [
            {
              function_score: {
                random_score: { seed: 42, field: '_seq_no' },
                boost_mode: 'replace',
              },
            },
          ],
        },
      },
    });
  });
});
