import { FieldType, type DataFrame, type Labels } from '@grafana/data';
import { LISTS } from '@gpuscope/dashboards';
import { TREND, rowsOf } from './rows.js';

/** Prometheus' answer as a table: a column per label, and the figure. */
const table = (refId: string, rows: readonly (readonly [Labels, number | null])[]): DataFrame => {
  const names = [...new Set(rows.flatMap(([labels]) => Object.keys(labels)))];
  return {
    refId,
    length: rows.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: rows.map(() => 0) },
      ...names.map((name) => ({
        name,
        type: FieldType.string,
        config: {},
        values: rows.map(([labels]) => labels[name] ?? null),
      })),
      {
        name: `Value #${refId}`,
        type: FieldType.number,
        config: {},
        values: rows.map(([, value]) => value),
      },
    ],
  };
};

/** A sample at every minute from a moment on. */
const trend = (labels: Labels, values: readonly (number | null)[], from = 0): DataFrame => ({
  refId: TREND,
  length: values.length,
  fields: [
    {
      name: 'Time',
      type: FieldType.time,
      config: {},
      values: values.map((_, at) => (from + at) * MINUTE),
    },
    { name: 'Value', type: FieldType.number, config: {}, labels, values: [...values] },
  ],
});

const MINUTE = 60_000;

const LLM = { cluster: 'east', tenant: 'research', app: 'llm' };
const OCR = { cluster: 'east', tenant: 'risk', app: 'ocr' };

describe('rowsOf', () => {
  it('makes one row of all that is said of one app', () => {
    const rows = rowsOf(LISTS.apps, [
      table('held', [
        [LLM, 8],
        [OCR, 1],
      ]),
      table('used', [[LLM, 6.5]]),
      trend(LLM, [1, null, 3]),
    ]);
    expect(
      rows.map(({ name, labels, figures, trend: line }) => [name, labels, figures, line]),
    ).toEqual([
      ['llm', LLM, { held: 8, used: 6.5 }, [1, null, 3]],
      ['ocr', OCR, { held: 1 }, []],
    ]);
  });

  it('lists an app that only the past knows: its sparkline is there', () => {
    const [row] = rowsOf(LISTS.apps, [table('held', []), trend(LLM, [2, 2])]);
    expect([row?.name, row?.figures, row?.trend]).toEqual(['llm', {}, [2, 2]]);
  });

  it('keeps apps of one name apart by tenant and cluster', () => {
    const rows = rowsOf(LISTS.apps, [
      table('held', [
        [LLM, 1],
        [{ ...LLM, tenant: 'risk' }, 2],
        [{ ...LLM, cluster: 'west' }, 3],
      ]),
    ]);
    expect(rows.map(({ figures }) => figures.held)).toEqual([1, 2, 3]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it('needs no cluster, and drops what has no name', () => {
    const rows = rowsOf(LISTS.nodes, [
      table('total', [
        [{ node: 'gpu-1' }, 8],
        [{ cluster: 'east' }, 4],
      ]),
    ]);
    expect(rows.map(({ name, labels }) => [name, labels])).toEqual([['gpu-1', { node: 'gpu-1' }]]);
  });

  it('takes no figure for nought', () => {
    const [row] = rowsOf(LISTS.apps, [
      table('held', [[LLM, null]]),
      table('used', [[LLM, Number.NaN]]),
    ]);
    expect(row?.figures).toEqual({});
  });

  it('reads figures of series as of tables', () => {
    const series = { ...trend(OCR, [4]), refId: 'held' };
    expect(rowsOf(LISTS.apps, [series])[0]?.figures).toEqual({ held: 4 });
  });

  it('leaves a gap in a sparkline where others were measured and this one was not', () => {
    const rows = rowsOf(LISTS.apps, [trend(LLM, [1, 2, 3, 4]), trend(OCR, [7, 8], 2)]);
    expect(rows.map((row) => row.trend)).toEqual([
      [1, 2, 3, 4],
      [null, null, 7, 8],
    ]);
  });

  it('begins every sparkline with the time range, though nobody was there then', () => {
    const range = { from: 0, to: 5 * MINUTE };
    const [row] = rowsOf(LISTS.apps, [trend(LLM, [1, 2], 3)], range);
    expect(row?.trend).toEqual([null, null, null, 1, 2, null]);
  });

  it('draws a lone sample, and none at all, without the range', () => {
    const range = { from: 0, to: 5 * MINUTE };
    expect(rowsOf(LISTS.apps, [trend(LLM, [1], 3)], range)[0]?.trend).toEqual([1]);
    expect(rowsOf(LISTS.apps, [trend(LLM, [])], range)[0]?.trend).toEqual([]);
  });
});
