import { failureOf, never } from '../testing/fakes.js';
import type { DcgmPodOptions, FoundPod } from './dcgmPod.js';
import { podAddress } from './dcgmPod.js';

function locator(answers: (FoundPod | undefined)[], rest: Partial<DcgmPodOptions> = {}) {
  const asked: string[] = [];
  const found = podAddress({
    namespace: 'gpu-operator',
    selector: 'app=nvidia-dcgm-exporter',
    node: 'gpu-1',
    scheme: 'http',
    port: 9400,
    path: '/metrics',
    target: { timeoutMs: 1_000, maxBytes: 1_000 },
    findPod: (namespace, selector) => {
      asked.push(`${namespace} ${selector}`);
      return Promise.resolve(answers.shift());
    },
    ...rest,
  });
  return { found, asked };
}

describe('podAddress', () => {
  it('makes the address of the pod, and its name one that samples may carry', async () => {
    const { found, asked } = locator([{ ip: '10.2.0.7', name: 'dcgm-x7' }]);
    expect(await found.locate(never)).toEqual({
      target: { url: 'http://10.2.0.7:9400/metrics', timeoutMs: 1_000, maxBytes: 1_000 },
      aliases: ['dcgm-x7'],
    });
    expect(asked).toEqual(['gpu-operator app=nvidia-dcgm-exporter']);
  });

  it('puts an IPv6 address into brackets', async () => {
    const { found } = locator([{ ip: 'fd00::7', name: 'x' }], { scheme: 'https', path: '/m' });
    expect((await found.locate(never)).target.url).toBe('https://[fd00::7]:9400/m');
  });

  it('asks once and remembers, until the address fails', async () => {
    const { found, asked } = locator([
      { ip: '10.2.0.7', name: 'a' },
      { ip: '10.2.0.8', name: 'b' },
    ]);
    await found.locate(never);
    await found.locate(never);
    expect(asked).toHaveLength(1);
    found.failed();
    expect((await found.locate(never)).target.url).toContain('10.2.0.8');
    expect(asked).toHaveLength(2);
  });

  it('says which pod is missing where, and asks again the next time', async () => {
    const { found } = locator([undefined, { ip: '10.2.0.7', name: 'a' }]);
    const error = await failureOf(found.locate(never));
    expect(error.code).toBe('SOURCE_NOT_FOUND');
    for (const part of ['app=nvidia-dcgm-exporter', 'gpu-operator', 'gpu-1', 'selector']) {
      expect(error.message).toContain(part);
    }
    expect((await found.locate(never)).aliases).toEqual(['a']);
  });
});
