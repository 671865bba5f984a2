import { parseDeviceId } from './deviceId.js';
import { toReport } from './report.js';

const GPU = 'GPU-ee71aa82-daa8-8d70-fbe8-cd508976034f';
const MIG = 'MIG-2f4c1d00-8a3b-5b0e-9d2e-1f4a6b7c8d9e';
const RESOURCES = ['nvidia.com/gpu', 'nvidia.com/gpu.shared', 'nvidia.com/mig-*'];

describe('parseDeviceId', () => {
  it.each([
    [GPU, { by: 'uuid', uuid: GPU }, false],
    [`${GPU}::0`, { by: 'uuid', uuid: GPU }, true],
    [MIG, { by: 'migUuid', migUuid: MIG }, false],
    [`${MIG}::4`, { by: 'migUuid', migUuid: MIG }, true],
    [`MIG-${GPU}/7/0`, { by: 'instance', uuid: GPU, gpuInstance: '7' }, false],
    ['nvidia0', { by: 'minor', minor: '0', gpuInstance: '' }, false],
    ['nvidia3/vgpu1', { by: 'minor', minor: '3', gpuInstance: '' }, true],
    ['nvidia0/gi3', { by: 'minor', minor: '0', gpuInstance: '3' }, false],
    ['nvidia0/gi3/vgpu0', { by: 'minor', minor: '0', gpuInstance: '3' }, true],
  ])('reads %s', (id, ref, isReplica) => {
    expect(parseDeviceId(id)).toEqual({ ref, isReplica });
  });

  it.each(['', 'GPU-', 'gpu0', `${GPU}::`, `${GPU}x`, 'nvidia', '0', 'mlx5_0'])(
    'does not guess at %j',
    (id) => {
      expect(parseDeviceId(id)).toBeUndefined();
    },
  );
});

const pods = (resourceName: string, deviceIds: readonly string[]) => [
  {
    namespace: 'n',
    name: 'p',
    containers: [{ name: 'c', devices: [{ resourceName, deviceIds }], claimDevices: [] }],
  },
];

describe('toReport', () => {
  it('counts several replicas of one device in one container as one claim', () => {
    const { claims } = toReport(
      pods('nvidia.com/gpu.shared', [`${GPU}::0`, `${GPU}::3`]),
      [],
      RESOURCES,
    );
    expect(claims.map(({ device, replicas }) => ({ device, replicas }))).toEqual([
      { device: { by: 'uuid', uuid: GPU }, replicas: 2 },
    ]);
  });

  it('adds up what is offered of a device over the entries of a resource', () => {
    const { capacities } = toReport(
      [],
      [0, 1, 2, 3].map((i) => ({
        resourceName: 'nvidia.com/gpu.shared',
        deviceIds: [`${GPU}::${String(i)}`],
      })),
      RESOURCES,
    );
    expect(capacities).toEqual([
      { device: { by: 'uuid', uuid: GPU }, replicas: 4, resource: 'nvidia.com/gpu.shared' },
    ]);
  });

  it('counts a resource that it was not told of when its ids are GPUs, and no other', () => {
    const report = toReport(
      [...pods('example.com/vgpu', [GPU, `${GPU}::1`]), ...pods('rdma/hca', ['mlx5_0'])],
      [],
      RESOURCES,
    );
    expect(report.claims).toEqual([]);
    expect([...report.unknownResources]).toEqual([['example.com/vgpu', 2]]);
  });

  it('counts ids that a sharing plugin made of a GPU’s', () => {
    const report = toReport(
      pods('volcano.sh/vgpu-number', [`${GPU}-0`, `${GPU}-1`]),
      [{ resourceName: 'nvidia.com/gpu', deviceIds: [MIG] }],
      RESOURCES,
    );
    expect([...report.unknownResources]).toEqual([['volcano.sh/vgpu-number', 2]]);
    expect(report.silentMeansFree).toBe(false);
  });

  it('takes an id that is listed once per NUMA node for one device', () => {
    const twice = [0, 1].map(() => ({ resourceName: 'nvidia.com/gpu', deviceIds: [GPU] }));
    const report = toReport(
      [
        {
          namespace: 'n',
          name: 'p',
          containers: [{ name: 'c', devices: twice, claimDevices: [] }],
        },
      ],
      twice,
      RESOURCES,
    );
    expect(report.claims.map(({ replicas }) => replicas)).toEqual([1]);
    expect(report.capacities.map(({ replicas }) => replicas)).toEqual([1]);
  });

  it.each([
    ['GPUs on offer, all claims read', 'nvidia.com/gpu', [GPU], true],
    ['nothing on offer', 'nvidia.com/gpu', [], false],
    ['only other devices on offer', 'rdma/hca', ['mlx5_0'], false],
  ])('silence means free: %s', (_, resourceName, deviceIds, expected) => {
    const report = toReport([], [{ resourceName, deviceIds }], RESOURCES);
    expect(report.silentMeansFree).toBe(expected);
  });

  it('does not call a silent device free while one that is held cannot be read', () => {
    const offered = [{ resourceName: 'nvidia.com/gpu', deviceIds: [GPU] }];
    expect(toReport(pods('nvidia.com/gpu', ['x']), offered, RESOURCES).silentMeansFree).toBe(false);
  });

  it('lists an id that it cannot read, and keeps the others', () => {
    const report = toReport(pods('nvidia.com/gpu', ['who-knows', GPU]), [], RESOURCES);
    expect(report.unreadableIds).toEqual(['who-knows']);
    expect(report.claims).toHaveLength(1);
  });

  it('reads a dynamically allocated device from its CDI name, and lists one without', () => {
    const device = { claim: 'c', driver: 'gpu.nvidia.com', pool: 'node-1', device: 'gpu-0' };
    const report = toReport(
      [
        {
          namespace: 'n',
          name: 'p',
          containers: [
            {
              name: 'c',
              devices: [],
              claimDevices: [
                { ...device, cdiNames: [`k8s.gpu.nvidia.com/device=${GPU}`] },
                { ...device, device: 'gpu-1', cdiNames: ['k8s.gpu.nvidia.com/device=gpu-1'] },
                { ...device, driver: 'net.example.com', cdiNames: [] },
              ],
            },
          ],
        },
      ],
      undefined,
      RESOURCES,
    );
    expect(report.claims.map((claim) => claim.device)).toEqual([{ by: 'uuid', uuid: GPU }]);
    expect(report.unreadableIds).toEqual(['node-1/gpu-1']);
    expect(report.silentMeansFree).toBe(false);
  });
});
