import type { Notice, Table } from '@gpuscope/aggregation/logs';
import { logText, sparkline } from './panel.js';

const base = { name: '', notices: [] as readonly Notice[] };

const lines = (
  rows: readonly (readonly [string, string, string])[],
  notices = base.notices,
): Table => ({
  ...base,
  notices,
  type: 'log-lines',
  columns: [
    {
      type: 'time',
      name: 'timestamp',
      values: BigInt64Array.from(rows, ([time]) => BigInt(Date.parse(time)) * 1_000_000n),
    },
    { type: 'string', name: 'body', values: rows.map(([, , body]) => body) },
    { type: 'string', name: 'severity', values: rows.map(([, level]) => level) },
  ],
});

const volume = (level: string, values: readonly (number | null)[]): Table => ({
  ...base,
  type: 'timeseries-multi',
  columns: [
    { type: 'time', name: 'time', values: BigInt64Array.from(values, (_, at) => BigInt(at)) },
    { type: 'number', name: 'lines', labels: { level }, values },
  ],
});

describe('sparkline', () => {
  it('draws the largest full, nothing blank, and what is small still visible', () => {
    expect(sparkline([0, 1, 50, 100])).toBe(' ▁▄█');
    expect(sparkline([0, 0])).toBe('  ');
    expect(sparkline([])).toBe('');
  });
});

describe('logText', () => {
  const newest = lines([
    ['2026-10-01T08:00:02.500Z', 'error', 'two\nmore'],
    ['2026-10-01T08:00:01.000Z', 'unknown', '\u001b[32mone\u001b[0m\r'],
  ]);

  it('shows the newest line last, each on a line of its own and without colours', () => {
    const shown = logText({ app: 'ranker', lines: [newest], volume: [] }).split('\n');
    expect(shown.slice(-2)).toEqual(['08:00:01.000   one ', '08:00:02.500 E two more']);
    expect(shown[0]).toContain('ranker');
  });

  it('shows the volume of each level that has lines', () => {
    const text = logText({
      app: 'ranker',
      lines: [],
      volume: [volume('error', [1, null, 2]), volume('debug', [0, 0, 0])],
    });
    expect(text).toContain('error    ▄ █  3');
    expect(text).not.toContain('debug');
  });

  it('shows a warning once, and cuts what is wider than a terminal', () => {
    const warned = lines(
      [['2026-10-01T08:00:01.000Z', 'info', 'x'.repeat(500)]],
      [
        { severity: 'warning', text: 'a shard failed' },
        { severity: 'info', text: 'newest 8' },
      ],
    );
    const text = logText({ app: 'ranker', lines: [warned, warned], volume: [] });
    expect(text.match(/a shard failed/g)).toHaveLength(1);
    expect(text).not.toContain('newest 8');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});
