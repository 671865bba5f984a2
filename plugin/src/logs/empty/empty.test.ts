import { FieldType, createDataFrame } from '@grafana/data';
import { DEFAULT_STATE, type LogsState } from '../state/state.js';
import { fixedRange } from '../time/timeRange.js';
import { countIn } from './useCount.js';
import { isUnnarrowed, wideningsOf } from './widenings.js';

const HOUR = 3_600_000;
const narrow: LogsState = {
  ...DEFAULT_STATE,
  words: 'x',
  levels: ['error'],
  lucene: 'pod:a',
  filters: [{ name: 'label.team', op: 'exists', values: [] }],
  without: ['step <…>'],
  chosen: { app: ['a'], pod: ['p', 'q'] },
};
const ids = (state: LogsState, hours: number, mostMs?: number) =>
  wideningsOf(state, fixedRange(HOUR, HOUR + hours * HOUR), mostMs).map(({ id }) => id);

describe('where nothing was found', () => {
  it('every condition can be dropped, each by itself', () => {
    const ways = wideningsOf(narrow, fixedRange(HOUR, 2 * HOUR));
    const dropped = ways.filter(({ state }) => state.from === narrow.from);
    expect(dropped.map(({ id }) => id)).toEqual([
      'words',
      'levels',
      'lucene',
      'filters',
      'without',
      'app',
      'pod',
    ]);
    const pod = ways.find(({ id }) => id === 'pod');
    expect(pod?.state).toEqual({ ...narrow, chosen: { app: ['a'] } });
    expect(pod?.text).toContain('p, q');
  });

  it('longer ranges are offered, as long as the source allows them', () => {
    expect(ids(DEFAULT_STATE, 1)).toEqual(['now-6h', 'now-24h', 'now-7d']);
    expect(ids(DEFAULT_STATE, 6)).toEqual(['now-24h', 'now-7d']);
    expect(ids(DEFAULT_STATE, 1, 24 * HOUR)).toEqual(['now-6h', 'now-24h']);
    expect(ids(DEFAULT_STATE, 200)).toEqual([]);
  });

  it('knows whether anything was narrowed at all', () => {
    expect(isUnnarrowed(DEFAULT_STATE)).toBe(true);
    expect(isUnnarrowed({ ...DEFAULT_STATE, words: 'x' })).toBe(false);
  });
});

it('reads the one number of a count', () => {
  const field = { name: 'lines', type: FieldType.number, values: [42] };
  expect(countIn([createDataFrame({ fields: [field] })])).toBe(42);
  expect(countIn([])).toBe(0);
});
