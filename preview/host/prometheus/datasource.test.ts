import { dateTime, LoadingState, type DataQueryRequest } from '@grafana/data';
import {
  setBackendSrv,
  setTemplateSrv,
  type BackendSrv,
  type BackendSrvRequest,
} from '@grafana/runtime';
import { lastValueFrom, of, throwError } from 'rxjs';
import { PreviewTemplates } from '../template/templateSrv.js';
import { PrometheusSource } from './datasource.js';
import type { PromQuery } from './query.js';

const FROM = 1_700_000_000_000;
const TO = FROM + 3_600_000;
const range = { from: dateTime(FROM), to: dateTime(TO), raw: { from: 'now-1h', to: 'now' } };

type Answers = (url: string, asked: BackendSrvRequest) => unknown;

/** Answers as Prometheus would, and keeps what was asked. */
function source(answers: Answers = () => ({ resultType: 'vector', result: [] })) {
  const asked: BackendSrvRequest[] = [];
  setTemplateSrv(new PreviewTemplates());
  setBackendSrv({
    fetch: (request: BackendSrvRequest) => {
      asked.push(request);
      const data = answers(request.url, request);
      return data instanceof Error ? throwError(() => data.cause) : of({ data: { data } });
    },
  } as unknown as BackendSrv);
  const settings = {
    uid: 'prometheus',
    name: 'P',
    type: 'prometheus',
    url: '/proxy',
    jsonData: {},
  };
  return { prometheus: new PrometheusSource(settings as never), asked };
}

const request = (...targets: Partial<PromQuery>[]): DataQueryRequest<PromQuery> =>
  ({
    requestId: 'Q1',
    range,
    interval: '15s',
    intervalMs: 15_000,
    maxDataPoints: 1000,
    scopedVars: { app: { text: '', value: ['a.b', 'c'] } },
    targets: targets.map((target, at) => ({
      refId: String.fromCharCode(65 + at),
      expr: 'up',
      ...target,
    })),
  }) as unknown as DataQueryRequest<PromQuery>;

const dataOf = (asked: BackendSrvRequest | undefined) => asked?.data as Record<string, string>;

describe('asking Prometheus', () => {
  it('asks over time from and to whole steps', async () => {
    const { prometheus, asked } = source();
    await lastValueFrom(prometheus.query(request({ range: true })));
    expect(asked[0]?.url).toBe('/proxy/api/v1/query_range');
    const { start, end, step } = dataOf(asked[0]);
    expect(step).toBe('15');
    expect(Number(start) % 15).toBe(0);
    expect(Number(end) % 15).toBe(0);
    expect(TO / 1000 - Number(end)).toBeLessThan(15);
  });

  it('asks for now at the end of the range', async () => {
    const { prometheus, asked } = source();
    await lastValueFrom(prometheus.query(request({ instant: true, range: false })));
    expect(asked[0]?.url).toBe('/proxy/api/v1/query');
    expect(dataOf(asked[0])['time']).toBe(String(TO / 1000));
  });

  it('asks both where both are wanted, and over time where neither is', async () => {
    const { prometheus, asked } = source();
    await lastValueFrom(prometheus.query(request({ range: true, instant: true }, {})));
    expect(asked.map(({ url }) => url.split('/').at(-1))).toEqual([
      'query_range',
      'query',
      'query_range',
    ]);
  });

  it('fills in variables, several values as a regular expression', async () => {
    const { prometheus, asked } = source();
    const expr = 'rate(x{app=~"$app"}[$__rate_interval])[$__range:$__interval]';
    await lastValueFrom(prometheus.query(request({ expr, instant: true })));
    expect(dataOf(asked[0])['query']).toBe('rate(x{app=~"(a\\\\.b|c)"}[1m])[3600s:15s]');
  });

  it('does not ask what is hidden or empty', async () => {
    const { prometheus, asked } = source();
    const answer = await lastValueFrom(prometheus.query(request({ hide: true }, { expr: ' ' })));
    expect(answer.data).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('what it answers', () => {
  const one = { resultType: 'vector', result: [{ metric: { app: 'a' }, value: [1, '1'] }] };

  it('puts tables of several queries so that they can be merged', async () => {
    const { prometheus } = source(() => one);
    const table = { format: 'table', instant: true } as const;
    const { data } = await lastValueFrom(prometheus.query(request(table, table)));
    const names = (data as { fields: { name: string }[] }[]).map(({ fields }) =>
      fields.map(({ name }) => name),
    );
    expect(names).toEqual([
      ['Time', 'app', 'Value #A'],
      ['Time', 'app', 'Value #B'],
    ]);
  });

  it('says which query failed and why, and keeps what the others found', async () => {
    const data = { status: 'error', errorType: 'bad_data', error: '1:3: parse error' };
    const failure = { status: 400, statusText: 'Bad Request', data, config: {} };
    const { prometheus } = source((_, asked) =>
      dataOf(asked)['query'] === 'up{' ? new Error('refused', { cause: failure }) : one,
    );
    const answer = await lastValueFrom(
      prometheus.query(request({ instant: true }, { expr: 'up{', instant: true })),
    );
    expect(answer.state).toBe(LoadingState.Error);
    expect(answer.errors).toEqual([
      { refId: 'B', status: 400, message: 'bad_data: 1:3: parse error' },
    ]);
    expect(answer.data).toHaveLength(1);
  });
});

describe('values for variables', () => {
  const paramsOf = (asked: BackendSrvRequest | undefined) =>
    asked?.params as Record<string, string>;

  it('are those of a label among series', async () => {
    const { prometheus, asked } = source(() => ['n1', 'n2']);
    const query = 'label_values(up{app=~"$app", job="a,b"}, node)';
    const scopedVars = { app: { text: '', value: 'train' } };
    const found = await prometheus.metricFindQuery({ query }, { range, scopedVars });
    expect(found).toEqual([{ text: 'n1' }, { text: 'n2' }]);
    expect(asked[0]?.url).toBe('/proxy/api/v1/label/node/values');
    expect(paramsOf(asked[0])).toEqual({
      start: String(FROM / 1000),
      end: String(TO / 1000),
      'match[]': 'up{app=~"train", job="a,b"}',
    });
  });

  it('are those of a label anywhere', async () => {
    const { prometheus, asked } = source(() => ['a']);
    await prometheus.metricFindQuery('label_values(cluster)', { range });
    expect(asked[0]?.url).toBe('/proxy/api/v1/label/cluster/values');
    expect(paramsOf(asked[0])['match[]']).toBeUndefined();
  });

  it('are series with their values', async () => {
    const result = [{ metric: { __name__: 'up', job: 'a', node: 'n' }, value: [2, '1'] }];
    const { prometheus } = source(() => ({ resultType: 'vector', result }));
    const found = await prometheus.metricFindQuery('query_result(up)', { range });
    expect(found).toEqual([{ text: 'up{job="a",node="n"} 1 2000' }]);
  });

  it('are names of labels, of metrics, and series', async () => {
    const { prometheus, asked } = source((url) =>
      url.endsWith('series') ? [{ __name__: 'up', job: 'a' }] : ['x'],
    );
    expect(await prometheus.metricFindQuery('label_names()', { range })).toEqual([{ text: 'x' }]);
    await prometheus.metricFindQuery('metrics(gpu.*)', { range });
    expect(paramsOf(asked[1])['match[]']).toBe('{__name__=~"gpu.*"}');
    expect(await prometheus.metricFindQuery('up{job="a"}', { range })).toEqual([
      { text: 'up{job="a"}' },
    ]);
  });

  it('are none for an empty query', async () => {
    const { prometheus, asked } = source();
    expect(await prometheus.metricFindQuery('')).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe('its test', () => {
  it('says what is wrong', async () => {
    const failure = { status: 502, statusText: 'Bad Gateway', data: {}, config: {} };
    const { prometheus } = source(() => new Error('x', { cause: failure }));
    expect(await prometheus.testDatasource()).toEqual({ status: 'error', message: 'Bad Gateway' });
  });
});
