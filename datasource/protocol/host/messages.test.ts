import fc from 'fast-check';
import { decoded, encoded } from '../../backend/pluginProtocol/testing/grafana.js';
import { joinParts } from '../wire/write.js';
import { writeContext, type HostContext } from './context.js';
import { readAnswers, writeQueries } from './data.js';
import { readHealth, writeHealthQuestion } from './health.js';
import { readResourcePart, writeResource } from './resource.js';

const context: HostContext = {
  orgId: 1,
  pluginId: 'gpuscope-logs-datasource',
  pluginVersion: '0.1.0',
  userAgent: 'Grafana/12.4.0',
  namespace: 'default',
  user: { login: 'wang', name: '王', email: 'wang@example.org', role: 'Viewer' },
  dataSource: {
    uid: 'logs',
    name: '日志',
    url: '',
    jsonData: { nodes: ['http://a'] },
    secrets: { password: 'pässwörd' },
    updatedMs: 1_763_683_200_123,
  },
  grafanaConfig: { GF_APP_URL: 'http://g/' },
};

const READ_CONTEXT = {
  orgId: 1,
  pluginId: 'gpuscope-logs-datasource',
  pluginVersion: '0.1.0',
  userAgent: 'Grafana/12.4.0',
  namespace: 'default',
  user: { login: 'wang', name: '王', email: 'wang@example.org', role: 'Viewer' },
  dataSource: {
    uid: 'logs',
    name: '日志',
    url: '',
    jsonData: '{"nodes":["http://a"]}',
    decryptedSecureJsonData: { password: 'pässwörd' },
    lastUpdatedMS: 1_763_683_200_123,
  },
  grafanaConfig: { GF_APP_URL: 'http://g/' },
};

const bytesOf = (parts: readonly Uint8Array[]): Buffer => joinParts(parts);

describe('what a host writes', () => {
  it('is a context that others read whole', () => {
    expect(decoded('Context', bytesOf(writeContext(context)))).toMatchObject(READ_CONTEXT);
  });

  it('is queries in their order, with times before 1970 and texts as they are', () => {
    const query = {
      refId: 'B',
      queryType: 'lines',
      json: '{"words":"显存"}',
      fromMs: -1,
      toMs: 1_763_683_200_000,
      intervalMs: 60_000,
      maxDataPoints: 1000,
    };
    const bytes = bytesOf(
      writeQueries({ context, headers: { a: 'b' }, queries: [query, { ...query, refId: 'A' }] }),
    );
    const read = {
      refId: 'B',
      queryType: 'lines',
      json: '{"words":"显存"}',
      timeRange: { fromEpochMS: -1, toEpochMS: 1_763_683_200_000 },
      intervalMS: 60_000,
      maxDataPoints: 1000,
    };
    expect(decoded('QueryDataRequest', bytes)).toMatchObject({
      context: READ_CONTEXT,
      headers: { a: 'b' },
      queries: [read, { ...read, refId: 'A' }],
    });
  });

  it('is any whole number of milliseconds', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (updatedMs) => {
        const dataSource = { ...context.dataSource, updatedMs };
        const bytes = bytesOf(writeContext({ ...context, dataSource }));
        expect(decoded('Context', bytes)).toMatchObject({
          dataSource: { lastUpdatedMS: updatedMs },
        });
      }),
    );
  });

  it('is a request to a resource, with headers that have several values', () => {
    const bytes = bytesOf(
      writeResource(context, {
        path: 'lists/apps',
        method: 'POST',
        url: 'lists/apps?x=1',
        headers: { Accept: ['a', 'b'], Empty: [''] },
        body: Buffer.from('{"全":1}'),
      }),
    );
    expect(decoded('CallResourceRequest', bytes)).toMatchObject({
      context: READ_CONTEXT,
      path: 'lists/apps',
      method: 'POST',
      url: 'lists/apps?x=1',
      headers: { Accept: { values: ['a', 'b'] }, Empty: { values: [''] } },
      body: '{"全":1}',
    });
  });

  it('is a question for health', () => {
    const bytes = bytesOf(writeHealthQuestion(context, { a: 'b' }));
    expect(decoded('CheckHealthRequest', bytes)).toMatchObject({
      context: READ_CONTEXT,
      headers: { a: 'b' },
    });
  });
});

describe('what a host reads', () => {
  it('is answers by their queries, with what went wrong', () => {
    const bytes = encoded('QueryDataResponse', {
      responses: {
        A: {
          frames: [Buffer.from('one'), Buffer.from('two')],
          status: 200,
          jsonMeta: Buffer.of(1),
        },
        __proto__x: { error: 'zu 多', status: 504, errorSource: 'downstream' },
        C: {},
      },
    });
    const answers = readAnswers(bytes);
    expect(Object.keys(answers).sort()).toEqual(['A', 'C', '__proto__x']);
    expect(answers['A']?.frames.map((frame) => Buffer.from(frame).toString())).toEqual([
      'one',
      'two',
    ]);
    expect(answers['A']).toMatchObject({ error: '', status: 200, source: '' });
    expect(answers['__proto__x']).toEqual({
      frames: [],
      error: 'zu 多',
      status: 504,
      source: 'downstream',
    });
    expect(answers['C']).toEqual({ frames: [], error: '', status: 0, source: '' });
  });

  it.each([
    [0, 'UNKNOWN'],
    [1, 'OK'],
    [2, 'ERROR'],
    [9, 'UNKNOWN'],
  ])('is a health of %s as %s', (status, name) => {
    const bytes = encoded('CheckHealthResponse', {
      status,
      message: 'm',
      jsonDetails: Buffer.from('{"全":1}'),
    });
    expect(readHealth(bytes)).toEqual({ status: name, message: 'm', details: '{"全":1}' });
  });

  it('is a part of a resource', () => {
    const bytes = encoded('CallResourceResponse', {
      code: 418,
      headers: { 'X-Several': { values: ['one', 'two'] } },
      body: Buffer.from('tea'),
    });
    const { status, headers, body } = readResourcePart(bytes);
    expect(status).toBe(418);
    expect({ ...headers }).toEqual({ 'X-Several': ['one', 'two'] });
    expect(Buffer.from(body).toString()).toBe('tea');
  });

  it('throws where the bytes are no message', () => {
    const bytes = Buffer.from([0x0a, 0x7f, 0x01]);
    for (const read of [readAnswers, readHealth, readResourcePart])
      expect(() => read(bytes)).toThrow();
  });
});
