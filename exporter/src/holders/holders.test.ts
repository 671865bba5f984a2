import type { HostEntry, HolderReport, Telemetry } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { board, failureOf, never, telemetry } from '../testing/fakes.js';
import { createHolder } from './index.js';
import type { HolderParts } from './index.js';

const RISK: HostEntry = { tenant: 'risk', app: 'ocr', user: 'li.wei' };

const parts: HolderParts = {
  node: 'gpu-vm-3',
  hosts: new Map([['gpu-vm-*', RISK]]),
  resources: ['nvidia.com/gpu'],
  isActive: () => true,
  pods: { podByUid: () => undefined },
  nvml: {
    snapshot: () => Promise.reject(new GpuscopeError('SOURCE_NOT_FOUND', 'no libnvidia-ml.so.1')),
    close: () => Promise.resolve(),
  },
  lookMaxAgeMs: 1_000,
  soleHolder: false,
};

const ask = (
  kind: 'dcgmLabels' | 'hosts',
  seen: Telemetry,
  rest: Partial<HolderParts> = {},
): Promise<HolderReport> => createHolder({ kind }, { ...parts, ...rest }).report(seen, never);

const mig = board('GPU-b', {
  instances: [
    { gpuInstance: '1', migProfile: '1g.10gb' },
    { gpuInstance: '2', migProfile: '1g.10gb' },
  ],
});

describe('createHolder', () => {
  it('makes the kind that a site names, with its settings', async () => {
    expect(createHolder({ kind: 'dcgmLabels' }, parts).name).toBe('dcgmLabels');
    expect(createHolder({ kind: 'hosts' }, parts).name).toBe('hosts');
    const kubelet = createHolder({ kind: 'podResources', socket: '/no/such.sock' }, parts);
    expect(kubelet.name).toBe('podResources');
    const error = await failureOf(kubelet.report(telemetry(), never));
    expect(error.message).toContain('/no/such.sock');
    await kubelet.close();
    const processes = createHolder(
      { kind: 'processes', proc: '/proc', gpustat: '/no/such/folder', maxUsers: 10 },
      parts,
    );
    expect(processes.name).toBe('processes');
    const unasked = await failureOf(processes.report(telemetry(), never));
    expect(unasked).toMatchObject({ code: 'HOLDER_UNREACHABLE', message: 'no libnvidia-ml.so.1' });
    await processes.close();
  });
});

describe('dcgmLabels', () => {
  const held = { namespace: 'team-a', pod: 'train-0', container: 'main' };

  it('claims what DCGM’s labels say, boards by uuid and instances by number', async () => {
    const seen = telemetry({
      labelsHolders: true,
      holders: [
        { uuid: 'GPU-a', gpuInstance: '', ...held },
        { uuid: 'GPU-b', gpuInstance: '2', ...held },
      ],
    });
    const { claims } = await ask('dcgmLabels', seen);
    expect(claims.map(({ device }) => device)).toEqual([
      { by: 'uuid', uuid: 'GPU-a' },
      { by: 'instance', uuid: 'GPU-b', gpuInstance: '2' },
    ]);
    expect(claims.map(({ holder }) => holder)).toEqual([
      { kind: 'pod', ...held },
      { kind: 'pod', ...held },
    ]);
  });

  it.each([true, false])(
    'takes a silent device for free only where DCGM labels any: %s',
    async (labelsHolders) => {
      const report = await ask('dcgmLabels', telemetry({ labelsHolders }));
      expect(report.silentMeansFree).toBe(labelsHolders);
    },
  );
});

describe('hosts', () => {
  it('gives every device of a registered host to that host, instances one by one', async () => {
    const { claims } = await ask('hosts', telemetry({ boards: [board('GPU-a'), mig] }));
    expect(claims.map(({ device }) => device)).toEqual([
      { by: 'uuid', uuid: 'GPU-a' },
      { by: 'instance', uuid: 'GPU-b', gpuInstance: '1' },
      { by: 'instance', uuid: 'GPU-b', gpuInstance: '2' },
    ]);
    expect(claims.every(({ holder }) => holder.kind === 'host' && holder.host === 'gpu-vm-3')).toBe(
      true,
    );
  });

  it('claims nothing on a host that nobody registered, and calls nothing free', async () => {
    const report = await ask('hosts', telemetry({ boards: [board('GPU-a')] }), { node: 'other' });
    expect(report.claims).toEqual([]);
    expect(report.silentMeansFree).toBe(false);
  });
});
