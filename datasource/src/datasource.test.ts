import type { DataFrame, DataQueryRequest, LogRowModel } from '@grafana/data';
import { DataFrameType, SupplementaryQueryType, dateTime } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { readQuery, readValuesRequest } from '../shared/querySchema.js';
import type { World } from './testing/grafana.js';
import { grafanaWith } from './testing/grafana.js';
import { linesQuery } from './testing/queries.js';
import { templatesOf } from './testing/templates.js';
import type { LogsQuery } from './types.js';

const from = dateTime(1_000_000);
const to = dateTime(2_000_000);
const range = { from, to, raw: { from, to } };
const requestOf = (targets: LogsQuery[], part: Partial<DataQueryRequest<LogsQuery>> = {}) =>
  ({
    requestId: 'R',
    interval: '1s',
    intervalMs: 1000,
    range,
    scopedVars: {},
    targets,
    timezone: 'utc',
    app: 'explore',
    startTime: 0,
    ...part,
  }) as DataQueryRequest<LogsQuery>;

const frameJson = {
  schema: {
    refId: 'A',
    meta: { type: DataFrameType.LogLines },
    fields: [
      { name: 'body', type: 'string' },
      { name: 'labels', type: 'other' },
    ],
  },
  data: { values: [['boom'], [{ pod: 'web-1', trace_id: 't-1' }]] },
};
const answered = (frames: unknown[]) => ({
  '/api/ds/query': { results: { A: { status: 200, frames } } },
});
const ask = async (world: World, targets: LogsQuery[], part = {}) => {
  const { datasource, calls } = grafanaWith(world);
  const response = await lastValueFrom(datasource.query(requestOf(targets, part)));
  return { response, frames: response.data as DataFrame[], calls };
};
const sentQueries = (calls: readonly { body: unknown }[]) =>
  calls.flatMap(({ body }) => (body as { queries: LogsQuery[] }).queries);

describe('a query', () => {
  it('goes to the backend with variables and ad hoc filters put in', async () => {
    const { calls } = await ask(
      { answers: answered([]), templates: templatesOf({ app: ['web', 'api'] }) },
      [linesQuery({ selection: { apps: ['$app'] } })],
      { filters: [{ key: 'pod', operator: '!=', value: 'web-9' }] },
    );
    expect(sentQueries(calls)).toMatchObject([
      {
        refId: 'A',
        show: 'lines',
        selection: {
          apps: ['web', 'api'],
          filters: [{ name: 'pod', op: '!=', values: ['web-9'] }],
        },
      },
    ]);
  });

  it('is not sent at all when its variable has no value, and says so', async () => {
    const { calls, frames } = await ask({ templates: templatesOf({ app: [] }) }, [
      linesQuery({ selection: { apps: ['$app'] } }),
    ]);
    expect(calls).toEqual([]);
    expect(frames[0]?.meta?.notices?.[0]?.text).toContain('app');
  });

  it('that is hidden, or lacks the line whose context it wants, is none', () => {
    const { datasource } = grafanaWith();
    expect(datasource.filterQuery(linesQuery({ hide: true }))).toBe(false);
    expect(datasource.filterQuery(linesQuery({ show: 'context' }))).toBe(false);
    expect(datasource.filterQuery(linesQuery())).toBe(true);
  });

  it('leads from a trace id to the trace', async () => {
    const { frames } = await ask(
      {
        answers: answered([frameJson]),
        settings: { traceLinks: [{ field: 'trace_id', datasourceUid: 'tempo', title: 'Trace' }] },
        sources: { tempo: { type: 'tempo', name: 'Tempo' } },
      },
      [linesQuery()],
    );
    const column = frames[0]?.fields.find(({ name }) => name === 'trace_id');
    expect(column?.values).toEqual(['t-1']);
    expect(column?.config.links?.[0]).toMatchObject({ title: 'Trace' });
  });

  it('tells what it asks in one line, in whatever form it was saved', () => {
    const { datasource } = grafanaWith();
    expect(datasource.getQueryDisplayText({ refId: 'A' } as LogsQuery)).toBe('Newest lines');
  });
});

describe('the lines around a line', () => {
  const row = {
    rowId: 'r-1',
    uid: 'u',
    timeEpochMs: 1_500_000,
    labels: { pod: 'p' },
    dataFrame: {},
  } as unknown as LogRowModel;

  it('are asked as a query of their own', async () => {
    const { datasource, calls } = grafanaWith({ answers: { '/api/ds/query': { results: {} } } });
    await datasource.getLogRowContext(row, undefined, linesQuery());
    expect(sentQueries(calls)).toMatchObject([
      { show: 'context', context: { id: 'r-1', direction: 'before' } },
    ]);
    expect(calls[0]?.body).toMatchObject({ to: '1500001' });
  });

  it("fail with the backend's words", async () => {
    const failed = { 'context-A-before': { status: 404, error: 'The line is gone.' } };
    const { datasource } = grafanaWith({ answers: { '/api/ds/query': { results: failed } } });
    await expect(datasource.getLogRowContext(row, undefined, linesQuery())).rejects.toThrow(
      'The line is gone.',
    );
  });

  it('open beside as the lines of the pod, or as context where no pod is named', async () => {
    const { datasource } = grafanaWith();
    expect(await datasource.getLogRowContextQuery(row)).toMatchObject({
      selection: { pods: ['p'] },
    });
    const bare = { ...row, labels: {} };
    expect(await datasource.getLogRowContextQuery(bare)).toMatchObject({ show: 'context' });
  });
});

describe('names for ad hoc filters', () => {
  const values = { values: [{ text: 'web', count: 3 }], isCut: false, notices: [] };

  it('are the fields of the lines', async () => {
    const { datasource, calls } = grafanaWith({ answers: { 'resources/fields': values } });
    const keys = await datasource.getTagKeys({ filters: [], timeRange: range });
    expect(keys[0]).toEqual({ text: 'app' });
    expect(keys.at(-1)).toEqual({ text: 'web' });
    expect(calls[0]?.body).toEqual({
      selection: {},
      range: { fromMs: 1e6, toMs: 2e6 },
    });
  });

  it('have the values that fit the other filters, not their own', async () => {
    const { datasource, calls } = grafanaWith({ answers: { 'resources/values': values } });
    const filters = [
      { key: 'app', operator: '=', value: 'x' },
      { key: 'pod', operator: '=', value: 'p' },
    ];
    expect(await datasource.getTagValues({ key: 'app', filters, timeRange: range })).toEqual([
      { text: 'web' },
    ]);
    expect(calls[0]?.body).toMatchObject({
      name: 'app',
      selection: { filters: [{ name: 'pod', op: '=', values: ['p'] }] },
    });
  });
});

describe('a variable', () => {
  const answers = { 'resources/values': { values: [{ text: 'p-1' }], isCut: false, notices: [] } };

  it('offers the values of a name within other variables', async () => {
    const { datasource, calls } = grafanaWith({ answers, templates: templatesOf({ app: 'web' }) });
    const query = { refId: 'v', name: 'pod', apps: ['$app'] };
    expect(await datasource.metricFindQuery(query, { range, searchFilter: 'p' })).toEqual([
      { text: 'p-1' },
    ]);
    expect(calls[0]?.body).toMatchObject({
      name: 'pod',
      selection: { apps: ['web'] },
      prefix: 'p',
    });
  });

  it('may be written as a name', async () => {
    const { datasource, calls } = grafanaWith({ answers });
    await datasource.metricFindQuery(' namespace ');
    expect(calls[0]?.body).toMatchObject({ name: 'namespace' });
  });

  it('has no values while another that it stands on has none, or while it names nothing', async () => {
    const { datasource, calls } = grafanaWith({ answers, templates: templatesOf({ app: [] }) });
    expect(await datasource.metricFindQuery({ refId: 'v', name: 'pod', apps: ['$app'] })).toEqual(
      [],
    );
    expect(await datasource.metricFindQuery(undefined)).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('is asked through the editor of variables too', async () => {
    const { datasource } = grafanaWith({ answers });
    const request = requestOf([]) as never as DataQueryRequest<never>;
    const targets = [{ refId: 'v', name: 'pod' }] as never;
    const { data } = await lastValueFrom(datasource.variables.query({ ...request, targets }));
    expect(data).toEqual([{ text: 'p-1' }]);
  });
});

describe('lists of the editor', () => {
  it('are not asked within a condition that is half made', async () => {
    const { datasource, calls } = grafanaWith();
    const filters = [{ name: 'status', op: '=' as const, values: [] }];
    await datasource.findValues('pod', { selection: { filters } });
    expect(calls[0]?.body).toMatchObject({ selection: {} });
    expect(readValuesRequest(calls[0]?.body)).toHaveProperty('value');
  });

  it('are of the last hours where nobody says which time', async () => {
    const { datasource, calls } = grafanaWith();
    await datasource.findFields({});
    const { range: asked } = calls[0]?.body as { range: { fromMs: number; toMs: number } };
    expect(asked.toMs - asked.fromMs).toBe(6 * 3_600_000);
    expect(Math.abs(Date.now() - asked.toMs)).toBeLessThan(60_000);
  });

  it('are asked with the values of variables, leaving out what has none', async () => {
    const { datasource, calls } = grafanaWith({ templates: templatesOf({ app: 'web', none: [] }) });
    await datasource.findValues('pod', {
      selection: { apps: ['$app'], namespaces: ['$none'] },
      range,
    });
    expect(calls[0]?.body).toMatchObject({ selection: { apps: ['web'] } });
    expect(calls[0]?.body).not.toHaveProperty('selection.namespaces');
  });
});

describe('the test of the settings', () => {
  const health = (answer: unknown) => grafanaWith({ answers: { '/health': answer } }).datasource;

  it('says what was found', async () => {
    const details = { checks: [{ state: 'ok', text: 'Elasticsearch 8.19' }] };
    await expect(
      health({ status: 'OK', message: 'Works', details }).testDatasource(),
    ).resolves.toEqual({
      status: 'success',
      message: 'Works',
      details: { verboseMessage: '✓ Elasticsearch 8.19' },
    });
  });

  it('says what is wrong and how to mend it', async () => {
    const details = { checks: [{ state: 'error', text: 'No index', remedy: 'Name one' }] };
    const asked = health({ status: 'ERROR', message: 'Not well', details }).testDatasource();
    await expect(asked).rejects.toMatchObject({
      message: 'Not well',
      status: 'error',
      error: { details: { verboseMessage: '✗ No index\n    → Name one' } },
    });
  });
});

describe('what Grafana asks of a log source', () => {
  const { datasource } = grafanaWith();

  it('has companions for Explore', () => {
    expect(datasource.getSupportedSupplementaryQueryTypes()).toEqual([
      SupplementaryQueryType.LogsVolume,
      SupplementaryQueryType.LogsSample,
    ]);
    const request = requestOf([linesQuery()]);
    expect(
      datasource.getSupplementaryRequest(SupplementaryQueryType.LogsVolume, request)?.targets,
    ).toMatchObject([{ show: 'volume' }]);
  });

  it('takes filters from the fields of a line', () => {
    const options = { key: 'pod', value: 'p' };
    const query = datasource.toggleQueryFilter(linesQuery(), { type: 'FILTER_FOR', options });
    expect(datasource.queryHasFilter(query, options)).toBe(true);
    const action = { type: 'ADD_FILTER_OUT', options };
    expect(datasource.modifyQuery(query, action).selection.pods).toBeUndefined();
    expect(datasource.getSupportedQueryModifications()).toContain(action.type);
  });

  it('takes over queries of other sources', async () => {
    const [query] = await datasource.importFromAbstractQueries([{ refId: 'A', labelMatchers: [] }]);
    expect(query).toEqual(linesQuery());
  });
});

describe('an answer of the backend', () => {
  it('hands its errors on, and the frames of the other queries', async () => {
    const results = {
      A: { status: 400, error: 'QUERY_INVALID: no such field' },
      B: { status: 200, frames: [{ ...frameJson, schema: { ...frameJson.schema, refId: 'B' } }] },
    };
    const { response, frames } = await ask({ answers: { '/api/ds/query': { results } } }, [
      linesQuery(),
      linesQuery({ refId: 'B' }),
    ]);
    expect(response.errors?.[0]).toMatchObject({
      refId: 'A',
      message: 'QUERY_INVALID: no such field',
    });
    expect(frames.map(({ refId }) => refId)).toEqual(['B']);
  });

  it('says what of the ad hoc filters was not asked', async () => {
    const { frames, calls } = await ask({ answers: answered([frameJson]) }, [linesQuery()], {
      filters: [{ key: 'pod', operator: '=~', value: 'web.*' }],
    });
    expect(frames[0]?.meta?.notices?.[0]).toMatchObject({ severity: 'warning' });
    expect(sentQueries(calls)[0]?.selection).toEqual({});
  });

  it('comes with answers for queries that could not be asked', async () => {
    const { frames, calls } = await ask(
      { answers: answered([frameJson]), templates: templatesOf({ none: [] }) },
      [linesQuery(), linesQuery({ refId: 'B', selection: { pods: ['$none'] } })],
    );
    expect(sentQueries(calls)).toHaveLength(1);
    expect(frames.map(({ refId }) => refId)).toEqual(['B', 'A']);
  });
});

describe('every query that leaves the browser', () => {
  it('is one that the backend reads, however it was saved', async () => {
    const saved = [
      { refId: 'A' },
      { refId: 'B', expr: '{app="web"}', queryType: 'range' },
      linesQuery({ refId: 'C', selection: { filters: [{ name: '', op: '=', values: [] }] } }),
      linesQuery({ refId: 'D', show: 'counts', by: ['$app'], selection: { apps: ['$app', 'db'] } }),
      linesQuery({ refId: 'E', selection: { levels: ['$level' as 'error'], words: '"$app"' } }),
    ] as LogsQuery[];
    const templates = templatesOf({ app: ['web', 'api'], level: ['error', 'warning'] });
    const { calls } = await ask({ answers: answered([]), templates }, saved);
    const sent = sentQueries(calls);
    expect(sent).toHaveLength(saved.length);
    for (const query of sent)
      expect([query.refId, readQuery(query)]).toMatchObject([query.refId, { value: {} }]);
    expect(sent[3]?.by).toEqual(['web', 'api']);
    expect(sent[4]?.selection.levels).toEqual(['error', 'warning']);
  });
});
