import { GpuscopeError } from '@gpuscope/aggregation';
import { errorResponse, jsonOf, jsonResponse } from './json.js';
import { errorWith } from '../testing/matching.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('jsonOf', () => {
  it('reads JSON, and nothing as an empty object', () => {
    expect(jsonOf(bytes('{"name":"应用"}'))).toEqual({ name: '应用' });
    expect(jsonOf(new Uint8Array())).toEqual({});
  });

  it.each([
    [bytes('{'), 'QUERY_INVALID', /is not JSON/],
    [Uint8Array.of(0x22, 0xff, 0x22), 'QUERY_INVALID', /is not JSON/],
    [new Uint8Array(300_000), 'LIMIT_EXCEEDED', /300000 bytes; at most 262144/],
  ])('refuses what is none', (body, code, message) => {
    expect(() => jsonOf(body)).toThrow(errorWith(code, message));
  });
});

describe('responses', () => {
  const textOf = ({ body }: { readonly body: Uint8Array }): unknown =>
    JSON.parse(new TextDecoder().decode(body));

  it('are JSON that nobody may keep', () => {
    const response = jsonResponse(200, { a: 1 });
    expect(textOf(response)).toEqual({ a: 1 });
    expect(response.headers).toMatchObject({
      'Content-Type': ['application/json; charset=utf-8'],
      'Cache-Control': ['no-store'],
    });
  });

  it('carry the code of an error and its status', () => {
    const response = errorResponse(new GpuscopeError('ACCESS_DENIED', 'not yours'));
    expect(response.status).toBe(403);
    expect(textOf(response)).toEqual({ code: 'ACCESS_DENIED', message: 'not yours' });
  });
});
