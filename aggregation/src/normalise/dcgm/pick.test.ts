import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const line = (name: string, labels: string, value: number) =>
  `${name}{gpu="0",UUID="GPU-1",${labels}} ${value}\n`;
const read = (...lines: string[]) => normaliseDcgm(parseExposition(lines.join('')));
const valueOf = (telemetry: ReturnType<typeof read>, metric: string) =>
  telemetry.readings.find((reading) => reading.metric === metric)?.value;

describe('a field under two names', () => {
  it('is read once, and is no duplicate where the two differ by rounding', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_FB_USED', '', 1023),
      line('DCGM_FI_DEV_FB_USED_BYTES', '', 1023 * 1_048_576 + 400_000),
    );
    expect(valueOf(telemetry, 'gpu_memory_used_bytes')).toBe(1023 * 1_048_576);
    expect(telemetry.drops).toEqual([]);
  });

  it('is a duplicate where the two differ', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_GPU_TEMP_CELSIUS', '', 50.5),
      line('DCGM_FI_DEV_GPU_TEMP', '', 50),
    );
    expect(valueOf(telemetry, 'gpu_temperature_celsius')).toBe(50);
    expect(telemetry.drops).toEqual([{ field: 'DEV_GPU_TEMP', reason: 'duplicate', count: 1 }]);
  });

  it('is read under the second name where the first is blank', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_SM_CLOCK', '', 2147483632),
      line('DCGM_FI_DEV_SM_CLOCK_HERTZ', '', 1.41e9),
    );
    expect(valueOf(telemetry, 'gpu_sm_clock_hertz')).toBe(1.41e9);
    expect(telemetry.drops.map(({ reason }) => reason)).toEqual(['blank']);
  });
});

describe('a board’s figure on its instances', () => {
  const instance = (id: string) => `GPU_I_PROFILE="1g.5gb",GPU_I_ID="${id}"`;

  it('comes once, by the board’s own line where there is one', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_POWER_USAGE', instance('7'), 210),
      line('DCGM_FI_DEV_POWER_USAGE', '', 211),
    );
    expect(telemetry.readings).toEqual([
      { uuid: 'GPU-1', gpuInstance: '', metric: 'gpu_power_watts', value: 211 },
    ]);
    expect(telemetry.drops).toEqual([]);
  });

  it('else by the lowest instance, so that a counter never goes back and forth', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION', instance('13'), 5000),
      line('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION', instance('7'), 4000),
    );
    expect(valueOf(telemetry, 'gpu_energy_joules_total')).toBe(4);
    expect(telemetry.drops).toEqual([]);
  });
});

describe('lines with pods', () => {
  const pod = (name: string, container = 'main') =>
    `container="${container}",namespace="team-a",pod="${name}"`;

  it('are copies of the device’s figure where they agree', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_GPU_UTIL', pod('a'), 60),
      line('DCGM_FI_DEV_GPU_UTIL', pod('b'), 60),
    );
    expect(valueOf(telemetry, 'gpu_utilization_ratio')).toBe(0.6);
    expect(telemetry.figures).toEqual([]);
    expect(telemetry.drops).toEqual([]);
  });

  it('are nobody’s figure where they differ and no line speaks for the device', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_GPU_UTIL', pod('a'), 60),
      line('DCGM_FI_DEV_GPU_UTIL', pod('b'), 20),
    );
    expect(telemetry.readings).toEqual([]);
    expect(telemetry.figures).toEqual([]);
    expect(telemetry.drops).toEqual([{ field: 'DEV_GPU_UTIL', reason: 'duplicate', count: 2 }]);
  });

  it('are not per pod for a field that is not measured per process', () => {
    const telemetry = read(
      line('DCGM_FI_PROF_SM_ACTIVE', '', 0.5),
      line('DCGM_FI_PROF_SM_ACTIVE', pod('a'), 0.5),
    );
    expect(telemetry.figures).toEqual([]);
    expect(valueOf(telemetry, 'gpu_sm_active_ratio')).toBe(0.5);
  });

  it('give one figure per pod, and say where a pod’s lines disagree', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_FB_USED', '', 100),
      line('DCGM_FI_DEV_FB_USED', pod('a', 'x'), 40),
      line('DCGM_FI_DEV_FB_USED', pod('a', 'y'), 30),
    );
    expect(telemetry.figures).toEqual([
      {
        uuid: 'GPU-1',
        gpuInstance: '',
        namespace: 'team-a',
        pod: 'a',
        container: '',
        metric: 'gpu_memory_used_bytes',
        value: 30 * 1_048_576,
      },
    ]);
    expect(telemetry.drops).toEqual([{ field: 'DEV_FB_USED', reason: 'duplicate', count: 1 }]);
  });

  it('tell pods of the same name in two namespaces apart', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_FB_USED', '', 100),
      line('DCGM_FI_DEV_FB_USED', 'namespace="team-a",pod="a"', 40),
      line('DCGM_FI_DEV_FB_USED', 'namespace="team-b",pod="a"', 30),
    );
    expect(telemetry.figures.map(({ namespace }) => namespace)).toEqual(['team-a', 'team-b']);
  });
});

describe('derived readings', () => {
  const MIB = 1_048_576;

  it('sum used, free and reserved memory where the total is not stated', () => {
    const parts = [line('DCGM_FI_DEV_FB_USED', '', 10), line('DCGM_FI_DEV_FB_FREE', '', 20)];
    expect(valueOf(read(...parts), 'gpu_memory_total_bytes')).toBe(30 * MIB);
    const reserved = line('DCGM_FI_DEV_FB_RESERVED', '', 3);
    expect(valueOf(read(...parts, reserved), 'gpu_memory_total_bytes')).toBe(33 * MIB);
    const total = line('DCGM_FI_DEV_FB_TOTAL', '', 40);
    expect(valueOf(read(...parts, total), 'gpu_memory_total_bytes')).toBe(40 * MIB);
  });

  it('do not make a total of used memory alone', () => {
    const telemetry = read(line('DCGM_FI_DEV_FB_USED', '', 10));
    expect(valueOf(telemetry, 'gpu_memory_total_bytes')).toBeUndefined();
  });

  it('take the engine’s activity for utilisation only where GPU_UTIL is missing', () => {
    const engine = line('DCGM_FI_PROF_GR_ENGINE_ACTIVE', '', 0.3);
    expect(valueOf(read(engine), 'gpu_utilization_ratio')).toBe(0.3);
    const both = read(engine, line('DCGM_FI_DEV_GPU_UTIL', '', 38));
    expect(both.readings.map(({ metric, value }) => [metric, value])).toEqual([
      ['gpu_engine_active_ratio', 0.3],
      ['gpu_utilization_ratio', 0.38],
    ]);
  });

  it('never take the board’s GPU_UTIL for an instance’s', () => {
    const telemetry = read(
      line('DCGM_FI_DEV_GPU_UTIL', 'GPU_I_PROFILE="1g.5gb",GPU_I_ID="7"', 90),
      line('DCGM_FI_PROF_GR_ENGINE_ACTIVE', 'GPU_I_PROFILE="1g.5gb",GPU_I_ID="7"', 0.2),
    );
    expect(valueOf(telemetry, 'gpu_utilization_ratio')).toBe(0.2);
    expect(telemetry.drops).toEqual([
      { field: 'DEV_GPU_UTIL', reason: 'parent_of_instances', count: 1 },
    ]);
  });
});
