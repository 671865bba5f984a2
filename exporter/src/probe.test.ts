import type { HolderReport, Telemetry } from '@gpuscope/aggregation';
import { NO_TELEMETRY } from '@gpuscope/aggregation';
import type { HolderSource } from './ports.js';
import { lackOf, probeHolder } from './probe.js';

const seen = (...fields: readonly string[]): Telemetry => ({
  ...NO_TELEMETRY,
  fields: new Set(fields),
});

const holder = (report: Partial<HolderReport>): HolderSource => ({
  name: 'processes',
  report: () =>
    Promise.resolve({
      source: 'processes',
      claims: [],
      capacities: [],
      unknownResources: new Map(),
      unreadableIds: [],
      silentMeansFree: false,
      ...report,
    }),
  close: () => Promise.resolve(),
});

describe('what a source lacks', () => {
  const texts = (telemetry: Telemetry) => lackOf(telemetry).map(({ text }) => text);

  it('is named with the field of the counters file where DCGM was asked', () => {
    const [power] = texts(seen('DEV_GPU_TEMP')).filter((text) => text.includes('gpu_power_watts'));
    expect(power).toBe('no source gives gpu_power_watts (DCGM_FI_DEV_POWER_USAGE)');
  });

  it('is named alone where only the driver was: no counters file could bring it', () => {
    const found = texts(seen('temperature', 'power'));
    expect(found).toContain('no source gives gpu_memory_temperature_celsius');
    expect(found.filter((text) => text.includes('DCGM_FI'))).toEqual([]);
    expect(found).not.toContain('no source gives gpu_power_watts');
  });
});

describe('what a holder answers', () => {
  it('counts the processes that could not be placed, by reason', async () => {
    const unplacedProcesses = new Map([
      ['hidden', 2],
      ['unknown_pod', 1],
    ]);
    const { level, text } = await probeHolder(holder({ unplacedProcesses }), NO_TELEMETRY);
    expect([level, text]).toEqual([
      'ok',
      'holder processes: answers, 0 devices held; processes not placed: 2 hidden, 1 unknown_pod',
    ]);
    expect((await probeHolder(holder({}), NO_TELEMETRY)).text).toBe(
      'holder processes: answers, 0 devices held',
    );
  });
});
