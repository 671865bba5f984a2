import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExposition } from '../../exposition/index.js';
import type { Telemetry } from '../telemetry.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const read = (name: string): Telemetry =>
  normaliseDcgm(
    parseExposition(readFileSync(join(__dirname, '../../../../test/fixtures/dcgm', name), 'utf8')),
  );

const GPU_0 = 'GPU-11111111-1111-4111-8111-111111111111';
const GPU_1 = 'GPU-22222222-2222-4222-8222-222222222222';
const MIB = 1_048_576;

/** `uuid's last digits/instance metric value` of each reading of a metric. */
const figures = ({ readings }: Telemetry, metric: string) =>
  readings
    .filter((reading) => reading.metric === metric)
    .map(({ uuid, gpuInstance, value }) => [uuid, gpuInstance, value]);

describe('generations', () => {
  it('1.x, whole GPU without pods', () => {
    const telemetry = read('1.x-whole.prom');
    const uuid = 'GPU-8f640a3c-7e9a-608d-02a3-f4372d72b323';
    expect(telemetry.readings.map(({ metric, value }) => [metric, value])).toEqual([
      ['gpu_energy_joules_total', 7824.041],
      ['gpu_power_watts', 31.737],
      ['gpu_sm_clock_hertz', 135e6],
      ['gpu_temperature_celsius', 34],
      ['gpu_utilization_ratio', 0],
    ]);
    expect([...telemetry.lastXid]).toEqual([[uuid, 0]]);
    expect(telemetry.labelsHolders).toBe(false);
  });

  it('1.x, two GPUs of one pod', () => {
    const telemetry = read('1.x-pods.prom');
    expect(telemetry.holders).toEqual(
      ['GPU-2b399198-c670-a848-173b-d3400051a200', 'GPU-9567a9e7-341e-bb7e-fcf5-788d8caa50f9'].map(
        (uuid) => ({
          uuid,
          gpuInstance: '',
          namespace: 'default',
          pod: 'pod1',
          container: 'pod1-ctr',
        }),
      ),
    );
    expect(figures(telemetry, 'gpu_memory_clock_hertz').map(([, , value]) => value)).toEqual([
      810e6, 810e6,
    ]);
  });

  it('2.x, a blank memory temperature', () => {
    const telemetry = read('2.x-blank.prom');
    expect(telemetry.readings.map(({ metric }) => metric)).toEqual([
      'gpu_memory_clock_hertz',
      'gpu_sm_clock_hertz',
    ]);
    expect(telemetry.drops).toEqual([{ field: 'DEV_MEMORY_TEMP', reason: 'blank', count: 1 }]);
  });

  it('2.x, an instance whose profile DCGM does not know', () => {
    const [board] = read('synthetic-2.x-null-profile.prom').boards;
    expect(board?.instances).toEqual([{ gpuInstance: '6', migProfile: '' }]);
  });

  it('2.x, a TITAN V without profiling', () => {
    const telemetry = read('2.x-titan-v.prom');
    expect(telemetry.boards[0]).toEqual({
      uuid: 'GPU-55274b56-9033-f166-7723-77088b0ff94d',
      gpu: '0',
      model: 'NVIDIA TITAN V',
      pciBusId: '',
      driverVersion: '',
      minor: '0',
      instances: [],
    });
    expect(telemetry.holders).toEqual([]);
    expect(telemetry.labelsHolders).toBe(true);
  });

  it('3.x, a sliding window that is declared a counter', () => {
    const telemetry = read('3.x-clock-events.prom');
    expect(telemetry.boards[0]?.driverVersion).toBe('545.29.02');
    expect([telemetry.readings, telemetry.drops]).toEqual([[], []]);
    expect([...telemetry.fields]).toEqual(['DCGM_EXP_CLOCK_EVENTS_COUNT']);
  });

  it('3.x through a scrape with honor_labels off', () => {
    const telemetry = read('synthetic-3.x-federated.prom');
    expect(telemetry.holders).toEqual([
      {
        uuid: 'GPU-longgui',
        gpuInstance: '',
        namespace: 'default',
        pod: 'pod1',
        container: 'ai-artifactory-control',
      },
    ]);
    expect(telemetry.boards.map(({ uuid }) => uuid)).toEqual(['GPU-longgui', 'GPU-idle']);
  });

  it('3.x on Slurm: the job is no holder, the instances are there', () => {
    const telemetry = read('3.x-slurm-mig.prom');
    expect(telemetry.boards[0]?.instances.map(({ gpuInstance }) => gpuInstance)).toEqual([
      '1',
      '5',
      '13',
      '14',
    ]);
    expect(telemetry.holders).toEqual([]);
    expect(telemetry.labelsHolders).toBe(false);
    expect(figures(telemetry, 'gpu_utilization_ratio').map(([, id, value]) => [id, value])).toEqual(
      [
        ['1', 0],
        ['5', 0.290336],
        ['13', 0.784913],
        ['14', 0],
      ],
    );
  });

  it('4.x, a whole GPU with its pod', () => {
    const telemetry = read('4.x-a4000.prom');
    expect(telemetry.readings.map(({ metric, value }) => [metric, value])).toEqual([
      ['gpu_utilization_ratio', 0.38],
    ]);
    expect(telemetry.holders).toHaveLength(1);
    expect(telemetry.boards[0]?.pciBusId).toBe('00000000:41:00.0');
  });

  it.each(['synthetic-idle-old.prom', 'synthetic-idle-new.prom'])('%s', (name) => {
    const telemetry = read(name);
    const idle = telemetry.boards.at(-1)?.uuid;
    expect(telemetry.labelsHolders).toBe(true);
    expect(telemetry.holders.some(({ uuid }) => uuid === idle)).toBe(false);
    expect(figures(telemetry, 'gpu_utilization_ratio').at(-1)).toEqual([idle, '', 0]);
  });
});

describe('MIG', () => {
  it('has board figures once and leaf figures per instance, and none of the parent’s', () => {
    const telemetry = read('synthetic-mig.prom');
    expect(figures(telemetry, 'gpu_power_watts')).toEqual([[GPU_0, '', 212]]);
    expect(figures(telemetry, 'gpu_memory_used_bytes')).toEqual([
      [GPU_0, '3', 300 * MIB],
      [GPU_0, '7', 100 * MIB],
      [GPU_0, '11', 200 * MIB],
    ]);
    expect(figures(telemetry, 'gpu_utilization_ratio')).toEqual(
      figures(telemetry, 'gpu_engine_active_ratio'),
    );
    expect(telemetry.drops).toEqual([
      { field: 'DEV_FB_USED', reason: 'parent_of_instances', count: 1 },
    ]);
    expect(telemetry.holders).toEqual([
      { uuid: GPU_0, gpuInstance: '7', namespace: 'team-a', pod: 'train-0', container: 'main' },
    ]);
  });

  it('keeps two boards with the same instance ids apart', () => {
    const telemetry = read('synthetic-mig-two-boards.prom');
    expect(figures(telemetry, 'gpu_power_watts')).toEqual([
      [GPU_0, '', 212],
      [GPU_1, '', 150],
    ]);
    expect(figures(telemetry, 'gpu_engine_active_ratio')).toHaveLength(6);
    expect(telemetry.holders.map(({ uuid, gpuInstance }) => [uuid, gpuInstance])).toEqual([
      [GPU_0, '7'],
      [GPU_1, '3'],
    ]);
    const a30 = read('3.x-mig-two-boards.prom');
    expect(a30.boards.map(({ instances }) => instances.length)).toEqual([4, 2]);
    expect(figures(a30, 'gpu_sm_clock_hertz').map(([, id, value]) => [id, value])).toEqual([
      ['', 1440e6],
      ['', 1440e6],
    ]);
  });

  it('names the holder of each instance', () => {
    const telemetry = read('4.x-mig-pods.prom');
    expect(telemetry.holders.map(({ gpuInstance, pod }) => [gpuInstance, pod])).toEqual([
      ['7', 'text-embedding-predictor-00008-deployment-57946f6c67-vdtjl'],
      ['9', 'tts-predictor-00011-deployment-5554f75554-8j8pl'],
    ]);
  });
});

describe('time-slicing', () => {
  it('with the flag: the device’s totals, one figure per pod, copies once', () => {
    const telemetry = read('synthetic-time-slicing-flag.prom');
    expect(figures(telemetry, 'gpu_utilization_ratio')).toEqual([[GPU_0, '', 0.45]]);
    expect(figures(telemetry, 'gpu_power_watts')).toEqual([[GPU_0, '', 199]]);
    expect(figures(telemetry, 'gpu_sm_active_ratio')).toEqual([[GPU_0, '', 0.31]]);
    expect(
      telemetry.figures.map(({ pod, container, metric, value }) => [pod, container, metric, value]),
    ).toEqual([
      ['pod-a', '', 'gpu_memory_used_bytes', 4096 * MIB],
      ['pod-a', '', 'gpu_utilization_ratio', 0.3],
      ['pod-b', '', 'gpu_memory_used_bytes', 1024 * MIB],
      ['pod-b', '', 'gpu_utilization_ratio', 0.1],
    ]);
    expect(telemetry.holders.map(({ pod, container }) => [pod, container])).toEqual([
      ['pod-a', 'c1'],
      ['pod-a', 'c2'],
      ['pod-b', 'main'],
    ]);
    expect(telemetry.drops).toEqual([]);
  });

  it('without it: the device’s figure, and the one pod that is named', () => {
    const telemetry = read('synthetic-time-slicing.prom');
    expect(figures(telemetry, 'gpu_utilization_ratio')).toEqual([[GPU_0, '', 0.45]]);
    expect(telemetry.figures).toEqual([]);
    expect(telemetry.holders.map(({ pod }) => pod)).toEqual(['pod-a']);
  });
});

describe('dynamic resource allocation', () => {
  it('has one reading for two claims on one GPU', () => {
    const telemetry = read('synthetic-dra-whole.prom');
    expect(figures(telemetry, 'gpu_utilization_ratio')).toEqual([[GPU_0, '', 0.6]]);
    expect(telemetry.holders.map(({ pod }) => pod)).toEqual(['pod-a', 'pod-b']);
  });

  it('never gives the parent’s value to an instance, nor takes the board for a whole GPU', () => {
    const telemetry = read('synthetic-dra-mig.prom');
    expect(telemetry.readings.map(({ metric }) => metric)).toEqual(['gpu_power_watts']);
    expect(telemetry.drops).toEqual([
      { field: 'DEV_FB_USED', reason: 'parent_of_instances', count: 2 },
    ]);
    expect(telemetry.boards[0]?.instances).toEqual([
      { gpuInstance: 'MIG-aaaa', migProfile: '1g.5gb', migUuids: ['MIG-aaaa'] },
      { gpuInstance: 'MIG-bbbb', migProfile: '1g.5gb', migUuids: ['MIG-bbbb'] },
    ]);
    expect(telemetry.holders.map(({ gpuInstance, pod }) => [gpuInstance, pod])).toEqual([
      ['MIG-aaaa', 'pod-a'],
      ['MIG-bbbb', 'pod-b'],
    ]);
  });

  it('places the holder by the instance’s uuid where some row tells its id', () => {
    const telemetry = read('synthetic-dra-mig-known.prom');
    expect(telemetry.holders.map(({ gpuInstance, pod }) => [gpuInstance, pod])).toEqual([
      ['7', 'pod-a'],
    ]);
    expect(telemetry.boards[0]?.instances).toEqual([
      { gpuInstance: '7', migProfile: '1g.5gb', migUuids: ['MIG-aaaa'] },
      { gpuInstance: '8', migProfile: '1g.5gb' },
    ]);
    expect(figures(telemetry, 'gpu_memory_used_bytes')).toEqual([]);
  });
});

describe('rows of links, switches and processors', () => {
  it('are left out without a count', () => {
    const telemetry = read('synthetic-links-switches-cpus.prom');
    expect(telemetry.boards).toHaveLength(1);
    expect(telemetry.drops).toEqual([]);
    expect(telemetry.readings).toEqual([
      {
        uuid: GPU_0,
        gpuInstance: '',
        metric: 'gpu_nvlink_errors_total',
        value: 4,
        labels: { kind: 'replay' },
      },
      { uuid: GPU_0, gpuInstance: '', metric: 'gpu_power_watts', value: 80.5 },
    ]);
  });
});

describe('an empty or foreign text', () => {
  it.each(['', '# HELP x y\n', 'up 1\n', '<html>\n'])(
    '%j says nothing and throws nothing',
    (text) => {
      const telemetry = normaliseDcgm(parseExposition(text));
      expect([telemetry.boards, telemetry.readings, telemetry.drops]).toEqual([[], [], []]);
      expect(telemetry.labelsHolders).toBe(false);
    },
  );
});
