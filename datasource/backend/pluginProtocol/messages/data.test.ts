import fc from 'fast-check';
import { decoded, encoded } from '../testing/grafana.js';
import { joinParts } from '@gpuscope/datasource/protocol';
import { readQueryDataRequest, writeQueryDataResponse, type DataResponse } from './data.js';

const written = (responses: Readonly<Record<string, DataResponse>>) =>
  decoded(
    'QueryDataResponse',
    joinParts(writeQueryDataResponse(new Map(Object.entries(responses)))),
  )['responses'];

describe('readQueryDataRequest', () => {
  it('reads queries in their order, with texts that are not looked into', () => {
    const request = readQueryDataRequest(
      encoded('QueryDataRequest', {
        context: { orgId: 5 },
        headers: { FromAlert: 'true', 'http_X-Grafana-Id': 'é' },
        format: 1,
        queries: [
          {
            refId: 'B',
            queryType: 'lines',
            json: Buffer.from('{"a":"显存"}'),
            maxDataPoints: 1000,
            intervalMS: 60_000,
            timeRange: { fromEpochMS: -1, toEpochMS: 1_763_683_200_000 },
          },
          { refId: 'A', json: Buffer.from('{no json') },
        ],
      }),
    );
    expect(request.context.orgId).toBe(5);
    expect(request.headers).toEqual({ FromAlert: 'true', 'http_X-Grafana-Id': 'é' });
    expect(request.queries).toEqual([
      {
        refId: 'B',
        queryType: 'lines',
        text: '{"a":"显存"}',
        maxDataPoints: 1000,
        intervalMs: 60_000,
        fromMs: -1,
        toMs: 1_763_683_200_000,
      },
      {
        refId: 'A',
        queryType: '',
        text: '{no json',
        maxDataPoints: 0,
        intervalMs: 0,
        fromMs: 0,
        toMs: 0,
      },
    ]);
  });

  it('reads any time exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (fromEpochMS, toEpochMS) => {
        const bytes = encoded('QueryDataRequest', {
          queries: [{ timeRange: { fromEpochMS, toEpochMS } }],
        });
        const [query] = readQueryDataRequest(bytes).queries;
        expect(query).toMatchObject({ fromMs: fromEpochMS, toMs: toEpochMS });
      }),
    );
  });
});

describe('writeQueryDataResponse', () => {
  it('writes frames with a status of their own', () => {
    expect(written({ A: { frames: [Buffer.from('one'), Buffer.from('two')] } })).toEqual({
      A: { frames: ['one', 'two'], error: '', jsonMeta: '', status: 200, errorSource: '' },
    });
  });

  it('writes what went wrong beside what is there, and whose fault it is', () => {
    const error = { message: 'zu 多', status: 504, source: 'downstream' } as const;
    expect(written({ 'A B': { frames: [Buffer.from('part')], error }, C: { frames: [] } })).toEqual(
      {
        'A B': {
          frames: ['part'],
          error: 'zu 多',
          jsonMeta: '',
          status: 504,
          errorSource: 'downstream',
        },
        C: { frames: [], error: '', jsonMeta: '', status: 200, errorSource: '' },
      },
    );
  });

  it('carries any bytes of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 4 }),
        (frames) => {
          const bytes = joinParts(writeQueryDataResponse(new Map([['A', { frames }]])));
          const texts = frames.map((frame) => Buffer.from(frame).toString('utf8'));
          expect(decoded('QueryDataResponse', bytes)).toMatchObject({
            responses: { A: { frames: texts } },
          });
        },
      ),
    );
  });

  it('copies a frame of megabytes once only, when all is joined', () => {
    const frame = Buffer.alloc(3_000_000, 'x');
    const parts = writeQueryDataResponse(new Map([['A', { frames: [frame] }]]));
    expect(parts).toContain(frame);
  });
});
