import { bytesService } from './method.js';

describe('bytesService', () => {
  const service = bytesService('pluginv2.Stream', {
    SubscribeStream: 'unary',
    RunStream: 'stream',
    Talk: 'both',
  });

  it('names each method by its service', () => {
    expect(Object.values(service).map(({ path }) => path)).toEqual([
      '/pluginv2.Stream/SubscribeStream',
      '/pluginv2.Stream/RunStream',
      '/pluginv2.Stream/Talk',
    ]);
  });

  it.each([
    ['SubscribeStream', false, false],
    ['RunStream', false, true],
    ['Talk', true, true],
  ])('%s streams requests: %p, answers: %p', (name, requestStream, responseStream) => {
    expect(service[name]).toMatchObject({ requestStream, responseStream });
  });

  it('takes bytes as they come and joins those that go', () => {
    const { requestDeserialize, responseSerialize } = service['RunStream'] ?? {};
    const bytes = Buffer.from('as they come');
    expect(requestDeserialize?.(bytes)).toBe(bytes);
    expect(responseSerialize?.([Buffer.from('a'), new Uint8Array([98])]).toString()).toBe('ab');
  });
});
