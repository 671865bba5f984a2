import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { layoutsOf, readRecord, type FieldType, type Layout } from '@gpuscope/aggregation/logs';
import { filterLua } from '@gpuscope/provisioning';
import { createLogHistory } from '../../world/logs/index.js';
import { runFilter } from './runFilter.js';

const CLUSTER = { kind: 'only', cluster: 'synthetic' } as const;

/** Fluent Bit's shape as an index without the filter has it. */
function fluentBit(): Layout {
  const keyword: FieldType = { type: 'keyword', searchable: true, aggregatable: true };
  const names = ['kubernetes.pod_name', 'kubernetes.namespace_name', 'kubernetes.container_name'];
  const fields = new Map<string, readonly FieldType[]>([
    ['@timestamp', [{ ...keyword, type: 'date' }]],
    ['log', [{ type: 'text', searchable: true, aggregatable: false }]],
    ...names.map((name) => [name, [keyword]] as const),
  ]);
  const caps = { indices: ['logstash-synthetic'], fields };
  const { layouts, problems } = layoutsOf(caps, { shape: 'auto', cluster: CLUSTER });
  const [layout] = layouts;
  if (layout === undefined) throw new Error(problems.map(({ text }) => text).join('\n'));
  return layout;
}

/** What the data source reads from a line that nobody gave a level. */
function readLevel(layout: Layout, line: string): string | undefined {
  const source = { '@timestamp': '2026-11-21T08:00:00Z', log: line };
  const hit = { index: 'logstash-synthetic', id: '1', source, sort: [] };
  return readRecord(hit, layout, CLUSTER, { columns: [], maxLineChars: 10_000 }).level;
}

const HOUR = 3_600_000;
const lines = (count: number): readonly string[] => {
  const fromMs = Date.parse('2026-11-20T08:00:00Z');
  const options = { fromMs, toMs: fromMs + 6 * HOUR, count, seed: 5 };
  return [...createLogHistory(options)]
    .map(({ line }) => line)
    .filter((line) => line.length < 2000);
};

const BY_HAND = [
  'E1121 08:00:00.123456    1 main.go:12] failed to list',
  '2026-11-21 08:00:00,123 - root - WARNING - low memory',
  '2026-11-21 08:00:00.123 [main] ERROR c.e.App - no connection',
  'time="2026-11-21T08:00:00Z" level=warn msg="slow"',
  '{"time":"2026-11-21T08:00:00Z","level":"error","msg":"x"}',
  '{"level":50,"msg":"pino"}',
  '\u001b[31mERROR\u001b[0m red',
  '【错误】显存不足',
  '[警告] 温度过高',
  '<3>kernel: x',
  'INFO:     127.0.0.1:1 - "GET / HTTP/1.1" 200 OK',
  'the word ERROR in mid-sentence',
  'no error at all',
  'error_rate=0.3 info=yes',
  'DEBUG:root:x',
  'plain words',
];

describe("the level that Fluent Bit's filter writes", () => {
  const layout = fluentBit();

  it.each([
    ['lines written by hand', BY_HAND, 1],
    ['the simulated site', lines(4000), 0.97],
  ])('%s: is the one that the data source would read, or none', async (_, texts, atLeast) => {
    const records = texts.map((log) => ({ log: `${log}\n` }));
    const written = await runFilter(filterLua(DEFAULT_IDENTITY), records);
    const known = texts.map((line, at) => ({
      line,
      said: written[at]?.level,
      read: readLevel(layout, line),
    }));
    expect(known.filter(({ said, read }) => said !== undefined && said !== read)).toEqual([]);
    const withLevel = known.filter(({ read }) => read !== undefined);
    const silent = withLevel.filter(({ said }) => said === undefined);
    expect(withLevel.length).toBeGreaterThan(texts.length / 4);
    // The filter may be silent where a line is unusual; a site's volume by level should hardly show it.
    expect(silent.length / withLevel.length).toBeLessThanOrEqual(1 - atLeast);
  });
});
