import type { Reading, Telemetry } from '../telemetry.js';
import { normaliseNvml } from './normaliseNvml.js';
import type { NvmlFigures } from './snapshot.js';
import { nvmlDevice, nvmlSnapshot } from './testing.js';

const ofFigures = (figures: NvmlFigures): Telemetry =>
  normaliseNvml(nvmlSnapshot([nvmlDevice({ figures })]));

const values = (readings: readonly Reading[]): Record<string, number> =>
  Object.fromEntries(
    readings.map(({ metric, gpuInstance, labels, value }) => [
      [metric, gpuInstance, ...Object.values(labels ?? {})].filter((part) => part !== '').join(' '),
      value,
    ]),
  );

describe('normaliseNvml', () => {
  it('names boards by their index, and keeps the minor number apart from it', () => {
    const { boards } = normaliseNvml(
      nvmlSnapshot([
        nvmlDevice({ index: 1, uuid: 'GPU-b', minor: 0 }),
        nvmlDevice({ index: 0, uuid: 'GPU-a', minor: 3 }),
      ]),
    );
    expect(boards).toEqual([
      {
        uuid: 'GPU-a',
        gpu: '0',
        model: 'NVIDIA H100 80GB HBM3',
        pciBusId: '00000000:01:00.0',
        driverVersion: '570.124.06',
        minor: '3',
        instances: [],
      },
      expect.objectContaining({ uuid: 'GPU-b', gpu: '1', minor: '0' }),
    ]);
  });

  it('leaves the minor number out where the driver does not tell it', () => {
    const { uuid, index, name, pciBusId, mig, figures, instances, mps, failures } = nvmlDevice();
    const device = { uuid, index, name, pciBusId, mig, figures, instances, mps, failures };
    expect(normaliseNvml(nvmlSnapshot([device])).boards[0]).not.toHaveProperty('minor');
  });

  it('turns NVML’s units into the catalogue’s', () => {
    const { readings } = ofFigures({
      utilization: 38,
      temperature: 61,
      power: 312_500,
      powerLimit: 700_000,
      energy: 98_765_432_100,
      smClock: 1980,
      memoryClock: 2619,
      violationPower: 1_500_000_000,
      violationThermal: 0,
      eccVolatileUncorrected: 2,
      remappedCorrectable: 3,
      remapPending: 1,
      retiredDoubleBit: 4,
      nvlinkReplayErrors: 5,
      memoryUsed: 1024,
    });
    expect(values(readings)).toEqual({
      gpu_utilization_ratio: 0.38,
      gpu_temperature_celsius: 61,
      gpu_power_watts: 312.5,
      gpu_power_limit_watts: 700,
      gpu_energy_joules_total: 98_765_432.1,
      gpu_sm_clock_hertz: 1_980_000_000,
      gpu_memory_clock_hertz: 2_619_000_000,
      'gpu_throttle_seconds_total power': 1.5,
      'gpu_throttle_seconds_total thermal': 0,
      'gpu_ecc_errors_total uncorrectable volatile': 2,
      'gpu_row_remap_rows_total correctable': 3,
      gpu_row_remap_pending: 1,
      'gpu_retired_pages_total uncorrectable': 4,
      'gpu_nvlink_errors_total replay': 5,
      gpu_memory_used_bytes: 1024,
    });
  });

  it('takes rates over the whole window before those of the last 20 ms', () => {
    const fallback = { pcieTransmit: 500, nvlinkReceive: 7 };
    expect(values(ofFigures(fallback).readings)).toEqual({
      gpu_pcie_transmit_bytes_per_second: 500_000,
      gpu_nvlink_receive_bytes_per_second: 7168,
    });
    const both = { ...fallback, gpmPcieTransmit: 2, gpmNvlinkReceive: 0 };
    expect(values(ofFigures(both).readings)).toEqual({
      gpu_pcie_transmit_bytes_per_second: 2_097_152,
      gpu_nvlink_receive_bytes_per_second: 0,
    });
  });

  it('falls back on the next field where the better one can’t be used', () => {
    const { readings, drops } = ofFigures({ gpmPcieReceive: NaN, pcieReceive: 1 });
    expect(values(readings)).toEqual({ gpu_pcie_receive_bytes_per_second: 1000 });
    expect(drops).toEqual([{ field: 'gpmPcieReceive', reason: 'not_a_number', count: 1 }]);
  });

  it('gives nothing for what the chip lacks', () => {
    const { readings, fields } = ofFigures({ power: 1000 });
    expect(readings).toHaveLength(1);
    expect([...fields]).toEqual(['power']);
  });

  it('takes the engine’s activity for the utilisation where the driver has no samples', () => {
    expect(values(ofFigures({ engineActive: 25 }).readings)).toEqual({
      gpu_engine_active_ratio: 0.25,
      gpu_utilization_ratio: 0.25,
    });
    const both = values(ofFigures({ engineActive: 25, utilization: 40 }).readings);
    expect(both['gpu_utilization_ratio']).toBe(0.4);
  });

  it('adds up the memory where the driver does not state all of it', () => {
    const found = values(ofFigures({ memoryUsed: 3, memoryFree: 4, memoryReserved: 1 }).readings);
    expect(found['gpu_memory_total_bytes']).toBe(8);
  });
});

describe('normaliseNvml of values that can’t be used', () => {
  it.each([
    ['temperature', NaN, 'not_a_number'],
    ['power', Infinity, 'not_a_number'],
    ['smClock', -1, 'out_of_range'],
    ['temperature', -300, 'out_of_range'],
    ['power', 0xffffffff, 'blank'],
    ['memoryUsed', 2 ** 64, 'blank'],
    ['energy', 2 ** 64, 'blank'],
  ] as const)('drops and counts %s = %d', (field, value, reason) => {
    const { readings, drops } = ofFigures({ [field]: value, memoryFree: 5 });
    expect(values(readings)).toEqual({ gpu_memory_free_bytes: 5 });
    expect(drops).toEqual([{ field, reason, count: 1 }]);
  });

  it('believes wide counters that pass the 32-bit blank, and frost', () => {
    const { readings, drops } = ofFigures({
      energy: 0xffffffff,
      memoryUsed: 0xffffffff,
      violationPower: 0xffffffff,
      temperature: -5,
    });
    expect(drops).toEqual([]);
    expect(readings).toHaveLength(4);
  });

  it('clamps ratios over 1 and counts them', () => {
    const { readings, clamped } = ofFigures({
      utilization: 104,
      smActive: 100.000_01,
      encoder: 100,
    });
    expect(values(readings)).toEqual({
      gpu_utilization_ratio: 1,
      gpu_sm_active_ratio: 1,
      gpu_encoder_utilization_ratio: 1,
    });
    expect(clamped).toBe(1);
  });

  it('counts calls that failed by their names, and devices without a uuid', () => {
    const failure = { call: 'nvmlDeviceGetPowerUsage', code: 'NVML_ERROR_UNKNOWN' };
    const { drops, boards } = normaliseNvml(
      nvmlSnapshot([
        nvmlDevice({ failures: [failure] }),
        nvmlDevice({ uuid: 'GPU-b', index: 1, failures: [failure] }),
        nvmlDevice({ uuid: '', index: 2 }),
      ]),
    );
    expect(boards).toHaveLength(2);
    expect(drops).toEqual([
      { field: 'nvmlDeviceGetPowerUsage', reason: 'failed', count: 2 },
      { field: 'nvmlDeviceGetUUID', reason: 'no_device', count: 1 },
    ]);
  });
});

describe('normaliseNvml of MIG', () => {
  const instance = (gpuInstance: number, figures: NvmlFigures, uuid = '', profile = '1g.10gb') => ({
    gpuInstance,
    uuid,
    profile,
    figures,
  });

  it('tells instances with their profile and every compute instance’s uuid, by their id', () => {
    const device = nvmlDevice({
      mig: true,
      instances: [
        instance(13, {}),
        { ...instance(2, {}, 'MIG-2', '2g.20gb'), otherUuids: ['MIG-2b'] },
      ],
    });
    expect(normaliseNvml(nvmlSnapshot([device])).boards[0]?.instances).toEqual([
      { gpuInstance: '2', migProfile: '2g.20gb', migUuids: ['MIG-2', 'MIG-2b'] },
      { gpuInstance: '13', migProfile: '1g.10gb' },
    ]);
  });

  it('gives board figures once and leaf figures per instance, never for the parent', () => {
    const device = nvmlDevice({
      mig: true,
      figures: { power: 200_000, memoryUsed: 70, engineActive: 50 },
      instances: [
        instance(1, { memoryUsed: 30, engineActive: 80, utilization: 99 }),
        instance(2, { memoryUsed: 40 }),
      ],
    });
    const { readings, drops } = normaliseNvml(nvmlSnapshot([device]));
    expect(values(readings)).toEqual({
      gpu_power_watts: 200,
      'gpu_memory_used_bytes 1': 30,
      'gpu_engine_active_ratio 1': 0.8,
      'gpu_utilization_ratio 1': 0.8,
      'gpu_memory_used_bytes 2': 40,
    });
    expect(drops).toEqual([
      { field: 'engineActive', reason: 'parent_of_instances', count: 1 },
      { field: 'memoryUsed', reason: 'parent_of_instances', count: 1 },
    ]);
  });

  it('takes no figures of a whole GPU from a board that is to be cut up and is not yet', () => {
    const device = nvmlDevice({ mig: true, figures: { memoryUsed: 70, temperature: 40 } });
    const { readings } = normaliseNvml(nvmlSnapshot([device]));
    expect(values(readings)).toEqual({ gpu_temperature_celsius: 40 });
  });
});

describe('normaliseNvml of states', () => {
  it('hands on why clocks are held down now', () => {
    const { clockEventReasons, readings } = ofFigures({ clockEventReasons: 0x24 });
    expect([...clockEventReasons]).toEqual([['GPU-a', 0x24]]);
    expect(readings).toEqual([]);
  });

  it('tells XIDs with their session, also of a device that is lost', () => {
    const xids = [{ uuid: 'GPU-gone', xid: 79, count: 1, lastMs: 5 }];
    const lost = [
      { index: 1, uuid: 'GPU-gone', pciBusId: '00000000:02:00.0', code: 'NVML_ERROR_GPU_IS_LOST' },
    ];
    const telemetry = normaliseNvml(nvmlSnapshot([nvmlDevice()], { xids, lost }));
    expect(telemetry.xids).toEqual([{ session: 's1', heard: ['GPU-a'], counts: xids }]);
    expect(telemetry.fields).toContain('xids');
    expect(telemetry.boards).toHaveLength(1);
    expect(telemetry.lost).toEqual(lost);
  });

  it('takes no XIDs for unknown, not for none', () => {
    expect(ofFigures({}).xids).toEqual([]);
    expect(ofFigures({}).fields).not.toContain('xids');
    const heard = normaliseNvml(nvmlSnapshot([nvmlDevice()], { xids: [] }));
    expect(heard.xids).toEqual([{ session: 's1', heard: ['GPU-a'], counts: [] }]);
  });
});
