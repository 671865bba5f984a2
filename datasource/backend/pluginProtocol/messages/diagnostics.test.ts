import { decoded, encoded } from '../testing/grafana.js';
import { joinParts } from '@gpuscope/datasource/protocol';
import { readHealthRequest, writeHealthResponse, writeMetricsResponse } from './diagnostics.js';

const health = (...args: Parameters<typeof writeHealthResponse>) =>
  decoded('CheckHealthResponse', joinParts(writeHealthResponse(...args)));

describe('readHealthRequest', () => {
  it('reads who asks, with headers', () => {
    const request = readHealthRequest(
      encoded('CheckHealthRequest', {
        context: { user: { login: 'a', role: 'Admin' } },
        headers: { h: 'v' },
      }),
    );
    expect(request.context.user?.role).toBe('Admin');
    expect(request.headers).toEqual({ h: 'v' });
  });
});

describe('writeHealthResponse', () => {
  it.each([
    ['unknown', 0],
    ['ok', 1],
    ['error', 2],
  ] as const)('says %s by its number', (status, number) => {
    expect(health({ status, message: 'm' })).toEqual({
      status: number,
      message: 'm',
      jsonDetails: '',
    });
  });

  it('adds details as JSON, big numbers too', () => {
    expect(health({ status: 'ok', message: '', details: { verboseMessage: '一', n: 7n } })).toEqual(
      {
        status: 1,
        message: '',
        jsonDetails: '{"verboseMessage":"一","n":7}',
      },
    );
  });
});

describe('writeMetricsResponse', () => {
  it('wraps the text as it is', () => {
    const bytes = joinParts(writeMetricsResponse('a 1\nb{c="一"} 2\n'));
    expect(decoded('CollectMetricsResponse', bytes)).toEqual({
      metrics: { prometheus: 'a 1\nb{c="一"} 2\n' },
    });
  });

  it('sends a payload even when there is nothing to tell', () => {
    const bytes = joinParts(writeMetricsResponse(''));
    expect(decoded('CollectMetricsResponse', bytes)).toEqual({ metrics: { prometheus: '' } });
  });
});
