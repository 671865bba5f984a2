import { decoded, encoded } from '../testing/grafana.js';
import { joinParts } from '@gpuscope/datasource/protocol';
import { readChannelRequest, writeStreamAnswer, writeStreamPacket } from './stream.js';

const request = (data: string) =>
  encoded('ChannelRequest', {
    context: { orgId: 1 },
    path: 'tail/一',
    data: Buffer.from(data),
    headers: { h: 'v' },
  });

describe('readChannelRequest', () => {
  it('reads the channel and what was sent to it', () => {
    expect(readChannelRequest(request('{"a":[1]}')).request).toEqual({
      path: 'tail/一',
      data: { a: [1] },
      headers: { h: 'v' },
    });
  });

  it('tells nothing from null', () => {
    expect(readChannelRequest(request('')).request.data).toBeUndefined();
    expect(readChannelRequest(request('null')).request.data).toBeNull();
  });

  it('refuses what is no JSON, with the name of the channel', () => {
    expect(() => readChannelRequest(request('{'))).toThrow(
      'what was sent to the channel "tail/一" is no JSON',
    );
  });
});

describe('writeStreamAnswer', () => {
  it.each([
    ['ok', 0],
    ['not-found', 1],
    ['denied', 2],
  ] as const)('says %s by its number', (status, number) => {
    expect(decoded('ChannelResponse', joinParts(writeStreamAnswer({ status })))).toEqual({
      status: number,
      data: '',
    });
  });

  it('sends what the subscriber sees first', () => {
    const bytes = joinParts(writeStreamAnswer({ status: 'ok', data: { first: null } }));
    expect(decoded('ChannelResponse', bytes)).toEqual({ status: 0, data: '{"first":null}' });
  });
});

describe('writeStreamPacket', () => {
  it('wraps a frame', () => {
    expect(decoded('StreamPacket', joinParts(writeStreamPacket('{"a":"一"}')))).toEqual({
      data: '{"a":"一"}',
    });
  });
});
