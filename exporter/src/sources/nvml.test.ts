import type { NvmlSnapshot } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { NvmlClient } from '../nvml/client.js';
import { failureOf, never } from '../testing/fakes.js';
import { createNvmlSource } from './nvml.js';

const SNAPSHOT: NvmlSnapshot = {
  atMs: 1_700_000_000_000,
  windowMs: 15_000,
  session: 's',
  driverVersion: '580.1',
  devices: [
    {
      index: 0,
      uuid: 'GPU-0',
      name: 'Synthetic X1',
      pciBusId: '00000000:01:00.0',
      mig: false,
      figures: { power: 250_000, utilization: 40 },
      instances: [],
      mps: false,
      failures: [],
    },
  ],
  lost: [],
  seesProcesses: true,
};

function clientOf(answer: () => Promise<NvmlSnapshot>) {
  const ages: number[] = [];
  const client: NvmlClient & { closed: number } = {
    closed: 0,
    snapshot: (maxAgeMs) => {
      ages.push(maxAgeMs);
      return answer();
    },
    close: () => {
      client.closed += 1;
      return Promise.resolve();
    },
  };
  return { client, ages };
}

describe('source nvml', () => {
  it('takes a new look at each reading, in the catalogue’s units', async () => {
    const { client, ages } = clientOf(() => Promise.resolve(SNAPSHOT));
    const { boards, readings } = await createNvmlSource('nvml', client).read(never);
    expect(ages).toEqual([0]);
    expect(boards).toMatchObject([{ uuid: 'GPU-0', driverVersion: '580.1' }]);
    expect(readings).toContainEqual(
      expect.objectContaining({ metric: 'gpu_power_watts', uuid: 'GPU-0', value: 250 }),
    );
  });

  it('hands on why there is none', async () => {
    const { client } = clientOf(() =>
      Promise.reject(new GpuscopeError('SOURCE_NOT_FOUND', 'no driver')),
    );
    const error = await failureOf(createNvmlSource('nvml', client).read(never));
    expect(error.code).toBe('SOURCE_NOT_FOUND');
  });

  it('closes what it asks', async () => {
    const { client } = clientOf(() => Promise.resolve(SNAPSHOT));
    await createNvmlSource('nvml', client).close();
    expect(client.closed).toBe(1);
  });
});
