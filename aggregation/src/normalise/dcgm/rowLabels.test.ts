import { isFederated, isOtherEntity, readRowLabels } from './rowLabels.js';

const labels = (entries: Record<string, string>) => new Map(Object.entries(entries));
const read = (entries: Record<string, string>, federated = false) =>
  readRowLabels(labels(entries), federated);

describe('labels of every generation', () => {
  it('reads those of 4.x', () => {
    expect(
      read({
        gpu: '2',
        UUID: 'GPU-1',
        pci_bus_id: '00000000:41:00.0',
        device: 'nvidia2',
        modelName: 'NVIDIA A100',
        GPU_I_PROFILE: '1g.10gb',
        GPU_I_ID: '13',
        hostname: 'node-a',
        DCGM_FI_SYSTEM_DRIVER_VERSION: '580.1',
        container: 'c',
        namespace: 'n',
        pod: 'p',
      }),
    ).toEqual({
      uuid: 'GPU-1',
      gpu: '2',
      pciBusId: '00000000:41:00.0',
      minor: '2',
      model: 'NVIDIA A100',
      hostname: 'node-a',
      driverVersion: '580.1',
      gpuInstance: '13',
      migProfile: '1g.10gb',
      migUuid: '',
      holder: { namespace: 'n', pod: 'p', container: 'c' },
      namesHolders: true,
    });
  });

  it.each([
    ['uuid', { uuid: 'GPU-1' }],
    ['uuid', { gpu_uuid: 'GPU-1' }],
    ['model', { model_name: 'GPU-1' }],
    ['hostname', { Hostname: 'GPU-1' }],
    ['driverVersion', { DCGM_FI_DRIVER_VERSION: 'GPU-1' }],
    ['migProfile', { dra_mig_profile: 'GPU-1' }],
    ['migUuid', { dra_mig_device_uuid: 'GPU-1' }],
  ] as const)('reads %s from %j', (key, entries) => {
    expect(read(entries)[key]).toBe('GPU-1');
  });

  it('prefers the exporter’s own label to a pod’s label of a similar name', () => {
    const row = read({
      UUID: 'GPU-1',
      uuid: 'x',
      Hostname: 'node-a',
      hostname: 'x',
      pod_name: 'x',
      pod: 'p',
    });
    expect([row.uuid, row.hostname, row.holder?.pod]).toEqual(['GPU-1', 'node-a', 'p']);
  });

  it('reads DCGM’s texts for no value as silence', () => {
    const row = read({
      UUID: 'GPU-1',
      GPU_I_PROFILE: '<<<NULL>>>',
      modelName: '<<<NOT_SUPPORTED>>>',
    });
    expect([row.migProfile, row.model]).toEqual(['', '']);
  });

  it('reads a device that is no /dev/nvidiaN as silence', () => {
    expect(read({ UUID: 'GPU-1', device: 'mlx5_0' }).minor).toBe('');
  });
});

describe('holders', () => {
  it('come in the names of 1.x', () => {
    expect(read({ container_name: 'c', pod_name: 'p', pod_namespace: 'n' }).holder).toEqual({
      namespace: 'n',
      pod: 'p',
      container: 'c',
    });
  });

  it('have a place but no name on an idle device of 2.x and 3.x', () => {
    const row = read({ container: '', namespace: '', pod: '' });
    expect([row.holder, row.namesHolders]).toEqual([undefined, true]);
  });

  it('have no place on an idle device since 4.x', () => {
    expect(read({ UUID: 'GPU-1' }).namesHolders).toBe(false);
  });

  it('are those in exported_ where a scrape renamed them, never the exporter’s own pod', () => {
    const target = { pod: 'dcgm-exporter-1', namespace: 'gpu-operator', container: 'exporter' };
    const held = {
      ...target,
      exported_pod: 'p',
      exported_namespace: 'n',
      exported_container: 'c',
    };
    expect(isFederated(labels(held))).toBe(true);
    expect(isFederated(labels(target))).toBe(false);
    expect(read(held, true).holder).toEqual({ namespace: 'n', pod: 'p', container: 'c' });
    expect(read(target, true).holder).toBeUndefined();
  });
});

describe('rows of other entities', () => {
  it.each([
    { nvlink: '3', gpu_uuid: 'GPU-1' },
    { nvswitch: 'nvswitch0' },
    { cpu: '0' },
    { cpucore: '1', cpu: '0' },
  ])('%j is no GPU’s', (entries) => {
    expect(isOtherEntity(labels(entries))).toBe(true);
  });

  it('are not those of a GPU whose pod has a label of such a name', () => {
    expect(isOtherEntity(labels({ UUID: 'GPU-1', cpu: 'many' }))).toBe(false);
    expect(isOtherEntity(labels({ gpu_uuid: 'GPU-1' }))).toBe(false);
  });
});
