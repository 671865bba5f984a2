import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../../../../test/fixtures/dcgm', name), 'utf8');

const row = (name: string, value: string | number): string =>
  `${name}{gpu="0",UUID="GPU-1",modelName="A100"} ${value}\n`;

const figure = (text: string, metric: string): number | undefined =>
  normaliseDcgm(parseExposition(text)).readings.find((reading) => reading.metric === metric)?.value;

/** One truth in SI, and how each name of the field would state it. */
const SAME_TRUTH = [
  ['gpu_utilization_ratio', 0.38, { DCGM_FI_DEV_GPU_UTIL: 38, dcgm_gpu_utilization: 38 }],
  [
    'gpu_engine_active_ratio',
    0.371,
    {
      DCGM_FI_PROF_GR_ENGINE_ACTIVE: 0.371,
      DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO: 0.371,
      dcgm_fi_prof_gr_engine_active: 0.371,
    },
  ],
  [
    'gpu_tensor_active_ratio',
    0.12,
    { DCGM_FI_PROF_PIPE_TENSOR_ACTIVE: 0.12, DCGM_FI_PROF_TENSOR_UTIL_RATIO: 0.12 },
  ],
  [
    'gpu_dram_active_ratio',
    0.5,
    { DCGM_FI_PROF_DRAM_ACTIVE: 0.5, DCGM_FI_PROF_DRAM_UTIL_RATIO: 0.5 },
  ],
  ['gpu_sm_active_ratio', 0.5, { DCGM_FI_PROF_SM_ACTIVE: 0.5, DCGM_FI_PROF_SM_UTIL_RATIO: 0.5 }],
  [
    'gpu_sm_occupancy_ratio',
    0.5,
    { DCGM_FI_PROF_SM_OCCUPANCY: 0.5, DCGM_FI_PROF_SM_OCCUPANCY_RATIO: 0.5 },
  ],
  [
    'gpu_encoder_utilization_ratio',
    0.25,
    { DCGM_FI_DEV_ENC_UTIL: 25, DCGM_FI_DEV_ENC_UTIL_RATIO: 0.25, dcgm_enc_utilization: 25 },
  ],
  [
    'gpu_decoder_utilization_ratio',
    0.25,
    { DCGM_FI_DEV_DEC_UTIL: 25, DCGM_FI_DEV_DEC_UTIL_RATIO: 0.25, dcgm_dec_utilization: 25 },
  ],
  [
    'gpu_memory_used_bytes',
    10_737_418_240,
    { DCGM_FI_DEV_FB_USED: 10240, DCGM_FI_DEV_FB_USED_BYTES: 10_737_418_240, dcgm_fb_used: 10240 },
  ],
  [
    'gpu_memory_free_bytes',
    1_048_576,
    { DCGM_FI_DEV_FB_FREE: 1, DCGM_FI_DEV_FB_FREE_BYTES: 1_048_576, dcgm_fb_free: 1 },
  ],
  [
    'gpu_memory_reserved_bytes',
    1_048_576,
    { DCGM_FI_DEV_FB_RESERVED: 1, DCGM_FI_DEV_FB_RESERVED_BYTES: 1_048_576 },
  ],
  [
    'gpu_memory_total_bytes',
    1_048_576,
    { DCGM_FI_DEV_FB_TOTAL: 1, DCGM_FI_DEV_FB_CAPACITY_BYTES: 1_048_576 },
  ],
  [
    'gpu_sm_clock_hertz',
    1.41e9,
    { DCGM_FI_DEV_SM_CLOCK: 1410, DCGM_FI_DEV_SM_CLOCK_HERTZ: 1_410_000_000, dcgm_sm_clock: 1410 },
  ],
  [
    'gpu_memory_clock_hertz',
    1.215e9,
    {
      DCGM_FI_DEV_MEM_CLOCK: 1215,
      DCGM_FI_DEV_MEMORY_CLOCK_HERTZ: 1_215_000_000,
      dcgm_memory_clock: 1215,
    },
  ],
  [
    'gpu_temperature_celsius',
    54,
    { DCGM_FI_DEV_GPU_TEMP: 54, DCGM_FI_DEV_GPU_TEMP_CELSIUS: 54, dcgm_gpu_temp: 54 },
  ],
  [
    'gpu_power_watts',
    251.5,
    {
      DCGM_FI_DEV_POWER_USAGE: 251.5,
      DCGM_FI_DEV_BOARD_POWER_WATTS: 251.5,
      dcgm_power_usage: 251.5,
    },
  ],
  [
    'gpu_power_limit_watts',
    400,
    {
      DCGM_FI_DEV_ENFORCED_POWER_LIMIT: 400,
      DCGM_FI_DEV_BOARD_POWER_LIMIT_ENFORCED_WATTS: 400,
    },
  ],
  [
    'gpu_energy_joules_total',
    987_654,
    {
      DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION: 987_654_000,
      DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL: 987_654,
      dcgm_total_energy_consumption: 987_654_000,
    },
  ],
  [
    'gpu_throttle_seconds_total',
    1.5,
    {
      DCGM_FI_DEV_POWER_VIOLATION: 1.5e9,
      DCGM_FI_DEV_GPU_POWER_THROTTLE_SECONDS_TOTAL: 1.5,
      dcgm_power_violation: 1.5e9,
    },
  ],
  [
    'gpu_row_remap_rows_total',
    2,
    {
      DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS: 2,
      DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL: 2,
    },
  ],
  [
    'gpu_nvlink_errors_total',
    7,
    {
      DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL: 7,
      DCGM_FI_DEV_NVLINK_REPLAY_ERROR_TOTAL: 7,
      dcgm_nvlink_replay_error_count_total: 7,
    },
  ],
] as const;

describe('one truth under every name', () => {
  const cases = SAME_TRUTH.flatMap(([metric, si, names]) =>
    Object.entries(names).map(([name, value]) => [name, value, metric, si] as const),
  );

  it.each(cases)('%s %d is %s %d', (name, value, metric, si) => {
    expect(figure(row(name, value), metric)).toBe(si);
  });

  it('is the same in the stock names of 4.8 and of 4.9', () => {
    const old = normaliseDcgm(parseExposition(fixture('synthetic-4.8-old-names.prom')));
    const renamed = normaliseDcgm(parseExposition(fixture('synthetic-4.9-new-names.prom')));
    expect(old.readings.length).toBeGreaterThan(20);
    expect(renamed.readings).toEqual(old.readings);
    expect(renamed.boards).toEqual(old.boards);
    expect(renamed.holders).toEqual(old.holders);
    expect(renamed.lastXid).toEqual(new Map([[old.boards[0]?.uuid, 79]]));
    expect(renamed.lastXid).toEqual(old.lastXid);
    expect([...old.drops, ...renamed.drops]).toEqual([]);
  });

  it('does not believe HELP texts of names with one unit', () => {
    const inMicroseconds = '# HELP dcgm_power_violation Throttling duration (in us).\n';
    expect(
      figure(inMicroseconds + row('dcgm_power_violation', 2e9), 'gpu_throttle_seconds_total'),
    ).toBe(2);
    const inPercent = '# HELP dcgm_fi_prof_gr_engine_active Ratio of time (in %).\n';
    expect(
      figure(inPercent + row('dcgm_fi_prof_gr_engine_active', 0.5), 'gpu_engine_active_ratio'),
    ).toBe(0.5);
  });
});

describe('scales hold for every value', () => {
  const SCALES = [
    ['DCGM_FI_DEV_SM_CLOCK', 'DCGM_FI_DEV_SM_CLOCK_HERTZ', 'gpu_sm_clock_hertz', 1e6],
    ['DCGM_FI_DEV_FB_USED', 'DCGM_FI_DEV_FB_USED_BYTES', 'gpu_memory_used_bytes', 1_048_576],
    [
      'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION',
      'DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL',
      'gpu_energy_joules_total',
      1e-3,
    ],
    ['DCGM_FI_DEV_ENC_UTIL', 'DCGM_FI_DEV_ENC_UTIL_RATIO', 'gpu_encoder_utilization_ratio', 1e-2],
  ] as const;

  it.each(SCALES)('%s and %s tell the same', (old, renamed, metric, factor) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (value) => {
        const one = figure(row(old, value), metric);
        const other = figure(row(renamed, value * factor), metric);
        expect(one).toBeDefined();
        expect(other).toBeCloseTo(one ?? NaN, 9);
      }),
      { numRuns: 40 },
    );
  });
});
