import type { Table } from '@gpuscope/aggregation/logs';

const START_NS = 1_763_683_200_000_000_001n;

/** Log lines of a given width, one nanosecond apart. */
export function linesOf(count: number, width: number): Table {
  const rows = Array.from({ length: count }, (_, row) => row);
  return {
    name: 'lines',
    type: 'log-lines',
    columns: [
      {
        type: 'time',
        name: 'timestamp',
        values: BigInt64Array.from(rows, (row) => START_NS + BigInt(row)),
      },
      { type: 'string', name: 'body', values: rows.map((row) => `${row} `.padEnd(width, 'x')) },
      { type: 'json', name: 'labels', values: rows.map((row) => `{"row":"${row}"}`) },
    ],
    notices: [{ severity: 'warning', text: 'only some' }],
    preferredVisualisation: 'logs',
  };
}

/** One row with whatever is to be seen on the other side. */
export const jsonTable = (value: unknown): Table => ({
  name: 'seen',
  type: 'table',
  columns: [{ type: 'json', name: 'seen', values: [JSON.stringify(value)] }],
  notices: [],
});

/** Each type of column, with gaps where it can have some, and values at the edges. */
export const everyType = (): Table => ({
  name: '各种',
  type: 'timeseries-multi',
  columns: [
    {
      type: 'time',
      name: 'time',
      values: BigInt64Array.of(-1n, START_NS, 4_102_444_800_999_999_999n),
      config: { displayName: 'when' },
    },
    {
      type: 'string',
      name: 'text',
      values: ['显存不足 👍', null, ''],
      labels: { app: 'train"er', empty: '' },
    },
    { type: 'json', name: 'json', values: ['{"a":[1,null]}', 'null', '"x"'] },
    {
      type: 'number',
      name: 'number',
      values: [0.1, null, -Number.MAX_VALUE],
      config: { unit: 'bytes', links: [{ title: 'a', url: 'b' }] },
    },
    { type: 'integer', name: 'integer', values: [2 ** 53 - 1, -(2 ** 53 - 1), null] },
    { type: 'string', name: 'noGaps', values: ['a', 'b', 'c'] },
    { type: 'number', name: 'Value', values: [1, 2, 3], labels: { app: 'a' } },
    { type: 'number', name: 'Value', values: [4, 5, 6], labels: { app: 'b' } },
  ],
  notices: [
    { severity: 'info', text: 'one' },
    { severity: 'error', text: 'two' },
  ],
  custom: { limit: 3 },
  preferredVisualisation: 'graph',
});

/** Numbers that JSON has no word for, times before 1970, and a table that has neither names nor columns. */
export const edges = (): readonly Table[] => [
  {
    name: '',
    type: 'numeric-long',
    columns: [
      { type: 'time', name: '', values: BigInt64Array.of(-1_500_000n, 0n, 1n, -2_000_000n, 5n) },
      { type: 'number', name: 'n', values: [NaN, Infinity, -Infinity, null, 1e300] },
      { type: 'number', name: 'plain', values: [-0.5, 0, 1e-7, 123_456_789.25, 5e-324] },
      { type: 'integer', name: 'i', values: [0, 1, -1, 2, -2], labels: {} },
    ],
    notices: [],
  },
  { name: 'nothing', type: 'table', columns: [], notices: [] },
];
