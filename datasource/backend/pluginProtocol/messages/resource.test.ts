import { decoded, encoded } from '../testing/grafana.js';
import { joinParts } from '@gpuscope/datasource/protocol';
import { readCallResourceRequest, writeCallResourceResponse } from './resource.js';

describe('readCallResourceRequest', () => {
  it('reads a request with headers of several values', () => {
    const body = Buffer.from('{"页":1}');
    const { context, request } = readCallResourceRequest(
      encoded('CallResourceRequest', {
        context: { orgId: 2 },
        path: 'lists/apps',
        method: 'POST',
        url: 'lists/apps?limit=5',
        headers: { Accept: { values: ['a', 'b'] }, Empty: {} },
        body,
      }),
    );
    expect(context.orgId).toBe(2);
    expect({ ...request, body: Buffer.from(request.body) }).toEqual({
      path: 'lists/apps',
      method: 'POST',
      url: 'lists/apps?limit=5',
      headers: { Accept: ['a', 'b'], Empty: [] },
      body,
    });
  });

  it('reads a request without anything', () => {
    const { request } = readCallResourceRequest(new Uint8Array());
    expect(request).toMatchObject({ path: '', method: '', url: '', headers: {} });
    expect(request.body).toHaveLength(0);
  });
});

describe('writeCallResourceResponse', () => {
  it('writes status, headers and body', () => {
    const bytes = joinParts(
      writeCallResourceResponse({
        status: 404,
        headers: { 'Content-Type': ['application/json'], Several: ['一', ''], None: [] },
        body: Buffer.from('nothing'),
      }),
    );
    expect(decoded('CallResourceResponse', bytes)).toEqual({
      code: 404,
      headers: {
        'Content-Type': { values: ['application/json'] },
        Several: { values: ['一', ''] },
        None: { values: [] },
      },
      body: 'nothing',
    });
  });

  it('writes a later part, which has a body alone', () => {
    const bytes = joinParts(
      writeCallResourceResponse({ status: 0, headers: {}, body: Buffer.from('more') }),
    );
    expect(decoded('CallResourceResponse', bytes)).toEqual({ code: 0, headers: {}, body: 'more' });
  });
});
