import { linesTable, recordLabels } from './linesTable.js';
import { recordOf } from './read/testing.js';
import type { JsonValue } from './record.js';
import type { Table } from './table.js';

const AT = 1_767_225_600_123_456_789n;

const RECORDS = [
  recordOf({
    id: 'logs-1/a',
    timeNs: AT,
    line: 'ERROR gone',
    level: 'error',
    cluster: 'idc1',
    namespace: 'team-web',
    pod: 'web-0',
    container: 'app',
    host: 'gpu-3',
    stream: 'stderr',
    traceId: '4bf9',
  }),
  recordOf({ id: 'logs-1/b', timeNs: AT - 1n, line: '显存', cut: 140 }),
];

const column = (table: Table, name: string) =>
  table.columns.find((one) => one.name === name)?.values;

describe('linesTable', () => {
  it('has the columns of Grafana’s log lines, in its order', () => {
    const table = linesTable(RECORDS, {});
    expect([table.type, table.preferredVisualisation]).toEqual(['log-lines', 'logs']);
    expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
      ['timestamp', 'time'],
      ['body', 'string'],
      ['severity', 'string'],
      ['id', 'string'],
      ['labels', 'json'],
    ]);
  });

  it('keeps every nanosecond', () => {
    expect(column(linesTable(RECORDS, {}), 'timestamp')).toEqual(BigInt64Array.from([AT, AT - 1n]));
  });

  it('shows what was cut, and says so once', () => {
    const table = linesTable(RECORDS, {});
    expect(column(table, 'body')).toEqual(['ERROR gone', '显存… [+140]']);
    expect(table.notices).toMatchObject([
      { severity: 'info', text: expect.stringMatching(/^cut: 1 line was longer/u) as string },
    ]);
  });

  it('says where the order is not known, after what it was told to say', () => {
    const told = { severity: 'warning', text: 'partial' } as const;
    const [first] = RECORDS.slice(0, 1);
    const records = first === undefined ? [] : [first];
    const { notices } = linesTable(records, { notices: [told], isOrderExact: false });
    expect(notices).toMatchObject([
      told,
      {
        severity: 'info',
        text: expect.stringMatching(/^order within a moment unknown/u) as string,
      },
    ]);
    expect(linesTable(records, { isOrderExact: true }).notices).toEqual([]);
  });

  it('has no level but what is known', () => {
    expect(column(linesTable(RECORDS, {}), 'severity')).toEqual(['error', 'unknown']);
  });

  it('has labels of what is known', () => {
    const texts: readonly unknown[] = [...(column(linesTable(RECORDS, {}), 'labels') ?? [])];
    const labels = texts.map((text) => JSON.parse(String(text)) as unknown);
    expect(labels).toEqual([
      {
        cluster: 'idc1',
        namespace: 'team-web',
        pod: 'web-0',
        container: 'app',
        host: 'gpu-3',
        stream: 'stderr',
        traceId: '4bf9',
      },
      {},
    ]);
  });

  it('has the further fields that are asked for', () => {
    const records = [
      recordOf({
        extra: new Map([
          ['a', 1],
          ['b', 2],
        ]),
      }),
    ];
    const labels = (columns?: readonly string[]) =>
      column(linesTable(records, columns === undefined ? {} : { columns }), 'labels');
    expect(labels()).toEqual(['{"a":"1","b":"2"}']);
    expect(labels(['b'])).toEqual(['{"b":"2"}']);
  });

  it('is a whole table without lines', () => {
    const { columns } = linesTable([], { name: 'A', custom: { limit: 5 } });
    expect(columns.map(({ values }) => values.length)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('recordLabels', () => {
  it('writes what is no text as JSON, and leaves out what is empty', () => {
    const extra = new Map<string, JsonValue>([
      ['status', 502],
      ['tags', ['a', 'b']],
      ['ok', false],
      ['none', null],
      ['empty', ''],
    ]);
    expect(recordLabels(recordOf({ extra }))).toEqual({
      status: '502',
      tags: '["a","b"]',
      ok: 'false',
    });
  });

  it('never lets a line’s own field pass for a role', () => {
    const extra = new Map([
      ['pod', 'other'],
      ['level', 'error'],
      ['time', 'now'],
      ['id', '7'],
    ]);
    expect(recordLabels(recordOf({ pod: 'web-0', extra }))).toEqual({
      pod: 'web-0',
      'line.pod': 'other',
      'line.level': 'error',
      'line.time': 'now',
      id: '7',
    });
  });
});
