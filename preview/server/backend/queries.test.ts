import fc from 'fast-check';
import { HttpError } from '../http/call.js';
import { readQueries } from './queries.js';

const NOW = 1_763_683_200_000;
const query = { refId: 'A', datasource: { uid: 'logs' } };
const read = (body: Readonly<Record<string, unknown>>) =>
  readQueries({ queries: [query], from: '1', to: '2', ...body }, NOW);

const timeOf = (from: unknown): number | undefined => read({ from })[0]?.queries[0]?.fromMs;

describe('readQueries', () => {
  it('parts queries by data source, each as it came', () => {
    const other = {
      refId: 'B',
      datasource: { uid: 'events', type: 't' },
      queryType: 'lines',
      intervalMs: 15_000.7,
      maxDataPoints: 500,
      words: '显存',
    };
    const asked = read({ queries: [query, other, { ...query, refId: 'C' }] });
    expect(asked.map(({ uid, queries }) => [uid, queries.map(({ refId }) => refId)])).toEqual([
      ['logs', ['A', 'C']],
      ['events', ['B']],
    ]);
    const [found] = asked[1]?.queries ?? [];
    expect(found).toMatchObject({ queryType: 'lines', intervalMs: 15_000, maxDataPoints: 500 });
    expect(JSON.parse(found?.json ?? '')).toEqual(other);
  });

  it('takes what Grafana takes where a query says nothing', () => {
    const [found] = read({ queries: [{ datasource: 'logs' }] })[0]?.queries ?? [];
    expect(found).toMatchObject({
      refId: 'A',
      queryType: '',
      intervalMs: 1000,
      maxDataPoints: 100,
    });
  });

  it('reads any time in milliseconds, as a text or a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (ms) => {
        expect(timeOf(String(ms))).toBe(ms);
        expect(timeOf(ms)).toBe(ms);
      }),
    );
  });

  it.each([
    ['now', 0],
    ['now-90s', 90],
    ['now-5m', 300],
    ['now-6h', 21_600],
    ['now-2d', 172_800],
    ['now-1w', 604_800],
  ])('reads %s', (text, seconds) => {
    expect(timeOf(text)).toBe(NOW - seconds * 1000);
  });

  it.each([
    ['no queries', { queries: [] }, 'no queries'],
    ['something else than queries', { queries: 'A' }, 'no queries'],
    ['a query without a data source', { queries: [{ refId: 'X' }] }, '"X" names no data source'],
    ['a time in words', { from: 'yesterday' }, 'from is "yesterday"'],
    ['no time', { to: undefined }, 'to is undefined'],
    ['a unit that is none', { to: 'now-3y' }, 'to is "now-3y"'],
  ])('refuses %s, and names it', (_what, body, words) => {
    expect(() => read(body)).toThrow(HttpError);
    expect(() => read(body)).toThrow(words);
  });
});
