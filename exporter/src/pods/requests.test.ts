import fc from 'fast-check';
import { effectiveRequests, isExtendedResource, keepRequest } from './requests.js';

const GPU = 'nvidia.com/gpu';
const wants = (count: number, more: object = {}): object => ({
  resources: { requests: { [GPU]: String(count), cpu: '4' } },
  ...more,
});
const sidecar = (count: number): object => wants(count, { restartPolicy: 'Always' });
const ofGpu = (spec: Readonly<Record<string, unknown>>): number | undefined =>
  effectiveRequests(spec, isExtendedResource).get(GPU);

describe('effectiveRequests', () => {
  it.each([
    ['containers add up', { containers: [wants(1), wants(2)] }, 3],
    [
      'an init container that wants more',
      { containers: [wants(1)], initContainers: [wants(4)] },
      4,
    ],
    [
      'an init container that wants less',
      { containers: [wants(4)], initContainers: [wants(1)] },
      4,
    ],
    ['init containers run one by one', { initContainers: [wants(2), wants(3)], containers: [] }, 3],
    [
      'a sidecar runs beside the containers',
      { initContainers: [sidecar(1)], containers: [wants(2)] },
      3,
    ],
    [
      'a sidecar runs beside the init containers after it',
      { initContainers: [sidecar(1), wants(4)], containers: [wants(1)] },
      5,
    ],
    [
      'a sidecar does not run yet beside the init containers before it',
      { initContainers: [wants(4), sidecar(1)], containers: [wants(1)] },
      4,
    ],
    [
      'limits stand in for requests',
      { containers: [{ resources: { limits: { [GPU]: '2' } } }] },
      2,
    ],
    ['nothing', { containers: [{}] }, undefined],
    ['zero', { containers: [wants(0)] }, undefined],
    ['no spec', {}, undefined],
  ])('%s', (_, spec, expected) => {
    expect(ofGpu(spec)).toBe(expected);
  });

  it('keeps extended resources only', () => {
    expect([...effectiveRequests({ containers: [wants(1)] }, isExtendedResource).keys()]).toEqual([
      GPU,
    ]);
  });

  it('is never less than what runs in the end, nor than any init container', () => {
    const counts = fc.array(fc.nat(8), { maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, (containers, inits) => {
        const found =
          ofGpu({
            containers: containers.map((n) => wants(n)),
            initContainers: inits.map((n) => wants(n)),
          }) ?? 0;
        const running = containers.reduce((sum, n) => sum + n, 0);
        expect(found).toBe(Math.max(running, ...inits, 0));
      }),
    );
  });
});

describe('isExtendedResource', () => {
  it.each([GPU, 'nvidia.com/mig-1g.5gb', 'volcano.sh/vgpu-number', 'example.com/fpga'])(
    '%s is',
    (name) => {
      expect(isExtendedResource(name)).toBe(true);
    },
  );
  it.each([
    'cpu',
    'memory',
    'hugepages-2Mi',
    'ephemeral-storage',
    'kubernetes.io/x',
    'a.kubernetes.io/x',
    '/x',
  ])('%s is not', (name) => {
    expect(isExtendedResource(name)).toBe(false);
  });
});

it('keeps what a site names beside', () => {
  const keep = keepRequest((name) => name === 'gpu');
  expect(['gpu', GPU, 'cpu'].map(keep)).toEqual([true, true, false]);
});
