import type { DataFrame, DataQueryRequest, LogRowModel } from '@grafana/data';
import {
  DataFrameType,
  LogRowContextQueryDirection,
  SupplementaryQueryType,
  dateTime,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { readQuery } from '../../shared/querySchema.js';
import { grafanaWith } from '../testing/grafana.js';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';

const AT = Date.UTC(2026, 10, 21, 8);
const labels = { cluster: 'main', namespace: 'cv', app: 'web', pod: 'web-1', container: 'main' };
const frame = {
  schema: {
    refId: 'A',
    meta: { type: DataFrameType.LogLines },
    fields: [
      { name: 'timestamp', type: 'time' },
      { name: 'body', type: 'string' },
      { name: 'severity', type: 'string' },
      { name: 'id', type: 'string' },
      { name: 'labels', type: 'other' },
    ],
  },
  data: { values: [[AT], ['boom'], ['error'], ['index/1'], [labels]] },
};
const answers = { '/api/ds/query': { results: { A: { status: 200, frames: [frame] } } } };

const range = (fromMs: number, toMs: number) => {
  const [from, to] = [dateTime(fromMs), dateTime(toMs)];
  return { from, to, raw: { from, to } };
};
const requestOf = (query: LogsQuery, part: object = {}) =>
  ({
    requestId: 'R',
    interval: '1s',
    intervalMs: 1000,
    range: range(AT - 3_600_000, AT),
    scopedVars: {},
    targets: [query],
    timezone: 'utc',
    app: 'explore',
    startTime: 0,
    ...part,
  }) as DataQueryRequest<LogsQuery>;

/** The row that Grafana makes of the first line of an answer. */
function rowOf({ fields }: DataFrame): LogRowModel {
  const value = <T>(name: string) => fields.find((field) => field.name === name)?.values[0] as T;
  return {
    rowId: value<string>('id'),
    uid: 'A_1',
    timeEpochMs: value<number>('timestamp'),
    labels: value<Record<string, string>>('labels'),
    dataFrame: { refId: 'A' },
  } as LogRowModel;
}

async function firstRow() {
  const { datasource, calls } = grafanaWith({ answers });
  const query = linesQuery({ selection: { apps: ['web'], words: 'boom' } });
  const { data } = await lastValueFrom(datasource.query(requestOf(query)));
  const lastSent = () => {
    const { queries, ...times } = calls.at(-1)?.body as {
      queries: LogsQuery[];
      from: string;
      to: string;
    };
    const [sent] = queries;
    expect(readQuery(sent)).toHaveProperty('value');
    return { sent, from: Number(times.from), to: Number(times.to) };
  };
  return { datasource, query, row: rowOf((data as DataFrame[])[0]!), lastSent };
}

describe('from a line', () => {
  it('one comes to the lines before and after it', async () => {
    const { datasource, query, row, lastSent } = await firstRow();
    const before = { direction: LogRowContextQueryDirection.Backward, limit: 20 };
    await datasource.getLogRowContext(row, before, query);
    expect(lastSent()).toMatchObject({
      sent: { show: 'context', limit: 20, context: { id: 'index/1', direction: 'before' } },
      to: AT + 1,
    });
    const after = { direction: LogRowContextQueryDirection.Forward, limit: 20 };
    await datasource.getLogRowContext(row, after, query);
    expect(lastSent()).toMatchObject({
      sent: { context: { id: 'index/1', direction: 'after' } },
      from: AT,
    });
  });

  it('one narrows to its pod, shuts its container out, and takes both back', async () => {
    const { datasource, query, row } = await firstRow();
    const pod = { key: 'pod', value: row.labels.pod ?? '' };
    const container = { key: 'container', value: row.labels.container ?? '' };
    const only = datasource.toggleQueryFilter(query, { type: 'FILTER_FOR', options: pod });
    const both = datasource.toggleQueryFilter(only, { type: 'FILTER_OUT', options: container });
    expect(both.selection).toEqual({
      apps: ['web'],
      words: 'boom',
      pods: ['web-1'],
      filters: [{ name: 'container', op: '!=', values: ['main'] }],
    });
    expect(datasource.queryHasFilter(both, pod)).toBe(true);
    const back = datasource.toggleQueryFilter(both, { type: 'FILTER_FOR', options: pod });
    const all = datasource.toggleQueryFilter(back, { type: 'FILTER_OUT', options: container });
    expect(all).toEqual(query);
  });

  it('one opens the lines of the same place beside it, without the words', async () => {
    const { datasource, query, row } = await firstRow();
    const beside = await datasource.getLogRowContextQuery(row, undefined, query);
    expect(beside?.selection).toEqual({
      clusters: ['main'],
      namespaces: ['cv'],
      pods: ['web-1'],
      containers: ['main'],
    });
    expect(readQuery(beside)).toHaveProperty('value');
  });
});

describe('beside the lines', () => {
  it('their volume is asked for the same time and the same lines', async () => {
    const { datasource, query } = await firstRow();
    const request = requestOf(query);
    const volume = datasource.getSupplementaryRequest(SupplementaryQueryType.LogsVolume, request);
    expect(volume?.range).toBe(request.range);
    expect(volume?.targets[0]).toMatchObject({ show: 'volume', selection: query.selection });
    expect(readQuery(volume?.targets[0])).toHaveProperty('value');
  });
});

describe('further down', () => {
  it('the next lines are asked for the time that is left, as the same query', async () => {
    const { datasource, query, lastSent } = await firstRow();
    const more = { ...query, supportingQueryType: 'infiniteScroll' } as LogsQuery;
    const left = range(AT - 3_600_000, AT - 60_000);
    await lastValueFrom(datasource.query(requestOf(more, { range: left })));
    const { sent, from, to } = lastSent();
    expect([from, to]).toEqual([AT - 3_600_000, AT - 60_000]);
    expect(sent).toMatchObject({ show: 'lines', selection: query.selection });
  });
});
