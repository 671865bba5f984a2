import * as fc from 'fast-check';
import { parseExposition } from '../../exposition/index.js';
import { DCGM_FIELDS } from './fields.js';
import { isBlank } from './blank.js';
import { normaliseDcgm } from './normaliseDcgm.js';

const BLANKS = [
  '2147483632',
  '2147483633',
  '2147483634',
  '2147483635',
  '4294967295',
  '140737488355328',
  '140737488355331.000000',
  '9223372036854775792',
  '9223372036854775794',
];

const read = (name: string, value: string) =>
  normaliseDcgm(parseExposition(`${name}{gpu="0",UUID="GPU-1"} ${value}\n`));

describe('blanks', () => {
  it('never become a figure, under any name and in any unit of the table', () => {
    const names = DCGM_FIELDS.flatMap(({ names }) => Object.keys(names));
    for (const name of names) {
      for (const blank of BLANKS) {
        const telemetry = read(name, blank);
        expect([name, blank, telemetry.readings]).toEqual([name, blank, []]);
        expect(telemetry.lastXid.size + telemetry.clockEventReasons.size).toBe(0);
      }
    }
  });

  it('are counted by field', () => {
    expect(read('DCGM_FI_DEV_MEMORY_TEMP', '9223372036854775794').drops).toEqual([
      { field: 'DEV_MEMORY_TEMP', reason: 'blank', count: 1 },
    ]);
  });

  it('leave the board and the field seen', () => {
    const telemetry = read('DCGM_FI_DEV_MEMORY_TEMP', '9223372036854775794');
    expect(telemetry.boards.map(({ uuid }) => uuid)).toEqual(['GPU-1']);
    expect([...telemetry.fields]).toEqual(['DEV_MEMORY_TEMP']);
  });

  it.each([
    ['DCGM_FI_DEV_SM_CLOCK_HERTZ', 0x7ffffff2 * 1e6],
    ['DCGM_FI_DEV_FB_USED_BYTES', 0x7ffffff0 * 1_048_576],
    ['DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL', 2 ** 63 / 1000],
    ['DCGM_FI_DEV_ENC_UTIL_RATIO', 140737488355328 / 100],
    ['DCGM_FI_DEV_GPU_POWER_THROTTLE_SECONDS_TOTAL', 2 ** 63 / 1e9],
    ['DCGM_FI_DEV_ENC_UTIL_RATIO', 0xffffffff / 100],
  ])('%s %d is a blank that was converted', (name, value) => {
    expect(read(name, String(value)).drops.map(({ reason }) => reason)).toEqual(['blank']);
  });

  it('are not what devices really say', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2e9, noNaN: true }), (value) => {
        expect(isBlank(value, 'watts')).toBe(false);
        expect(isBlank(value, 'mebibytes')).toBe(false);
      }),
    );
  });

  it('do not hide a large energy counter', () => {
    const [reading] = read('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION', '75000000000000').readings;
    expect(reading?.value).toBe(75_000_000_000);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    ['NaN', 'not_a_number'],
    ['+Inf', 'out_of_range'],
    ['-Inf', 'out_of_range'],
    ['-1', 'out_of_range'],
  ])('%s is dropped as %s', (value, reason) => {
    const telemetry = read('DCGM_FI_DEV_POWER_USAGE', value);
    expect(telemetry.readings).toEqual([]);
    expect(telemetry.drops).toEqual([{ field: 'DEV_POWER_USAGE', reason, count: 1 }]);
  });

  it('lets it be cold', () => {
    expect(read('DCGM_FI_DEV_GPU_TEMP', '-3').readings[0]?.value).toBe(-3);
  });
});

describe('ratios above 1', () => {
  const engine = (value: string) => read('DCGM_FI_PROF_SM_ACTIVE', value);

  it('are clamped and counted', () => {
    const telemetry = engine('1.2');
    expect(telemetry.readings[0]?.value).toBe(1);
    expect(telemetry.clamped).toBe(1);
    expect(telemetry.drops).toEqual([]);
  });

  it('are clamped without a count where it is rounding', () => {
    const telemetry = engine('1.0000001');
    expect(telemetry.readings[0]?.value).toBe(1);
    expect(telemetry.clamped).toBe(0);
  });

  it('are a matter of ratios only', () => {
    expect(read('DCGM_FI_DEV_POWER_USAGE', '700').readings[0]?.value).toBe(700);
  });
});
