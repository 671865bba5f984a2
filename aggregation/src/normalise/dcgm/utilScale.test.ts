import { parseExposition } from '../../exposition/index.js';
import { normaliseDcgm } from './normaliseDcgm.js';
import { utilScale } from './utilScale.js';

const NAME = 'DCGM_FI_DEV_GPU_UTIL_RATIO';
const line = (name: string, value: number, gpu = 0) =>
  `${name}{gpu="${gpu}",UUID="GPU-${gpu}"} ${value}\n`;
const help = (text: string) => `# HELP ${NAME} ${text}\n# TYPE ${NAME} gauge\n`;

const scale = (text: string) => utilScale(parseExposition(text));
const SINCE_4_7 = line('DCGM_FI_DEV_FB_USED_BYTES', 1048576);

describe('the scale of GPU_UTIL_RATIO', () => {
  it.each([
    ['HELP in percent', help('GPU utilization (in %).') + line(NAME, 38), 'percent'],
    ['HELP per cent in words', help('Busy time in percent') + line(NAME, 1), 'percent'],
    ['HELP 0-100', help('Busy, 0-100') + line(NAME, 38), 'percent'],
    ['HELP 0 to 1', help('GPU utilization (0 to 1).') + line(NAME, 0.38), 'ratio'],
    ['HELP 0.0-1.0', help('GPU utilization, 0.0-1.0') + line(NAME, 1), 'ratio'],
    ['a name of 4.7', line(NAME, 0.38) + SINCE_4_7, 'ratio'],
    ['a name of 4.7 with a mute HELP', help('Utilization') + line(NAME, 1) + SINCE_4_7, 'ratio'],
  ])('is decided by %s', (_, text, expected) => {
    expect(scale(text)).toBe(expected);
  });

  it.each([
    ['nothing', line(NAME, 38)],
    ['the word ratio alone', help('GPU utilization ratio') + line(NAME, 1)],
    ['values alone', line(NAME, 0.5)],
    ['hertz, which 4.6.1 has too', line(NAME, 38) + line('DCGM_FI_DEV_SM_CLOCK_HERTZ', 1e9)],
    ['HELP of both kinds', help('0 to 1, or in %') + line(NAME, 38)],
    ['HELP against a name of 4.7', help('(in %)') + line(NAME, 38) + SINCE_4_7],
    ['a value against HELP 0 to 1', help('(0 to 1)') + line(NAME, 38)],
    ['a fraction against HELP in percent', help('(in %)') + line(NAME, 0.5)],
    ['another board’s value', help('(0 to 1)') + line(NAME, 0.5) + line(NAME, 99, 1)],
  ])('is not guessed from %s', (_, text) => {
    expect(scale(text)).toBeUndefined();
  });

  it('does not read 0-100 as 0-1', () => {
    expect(scale(help('0-100') + line(NAME, 38))).toBe('percent');
    expect(scale(help('0 to 10') + line(NAME, 1))).toBeUndefined();
  });

  it('is not asked for where the name is absent', () => {
    expect(scale(SINCE_4_7)).toBeUndefined();
  });
});

describe('an undecidable series', () => {
  it('is dropped and counted, and nothing else is lost', () => {
    const telemetry = normaliseDcgm(
      parseExposition(line(NAME, 38) + line('DCGM_FI_DEV_POWER_USAGE', 90)),
    );
    expect(telemetry.drops).toEqual([
      { field: 'DEV_GPU_UTIL', reason: 'undecidable_unit', count: 1 },
    ]);
    expect(telemetry.readings.map(({ metric }) => metric)).toEqual(['gpu_power_watts']);
  });

  it('gives way to the engine’s activity', () => {
    const telemetry = normaliseDcgm(
      parseExposition(line(NAME, 38) + line('DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO', 0.4)),
    );
    expect(telemetry.readings).toContainEqual({
      uuid: 'GPU-0',
      gpuInstance: '',
      metric: 'gpu_utilization_ratio',
      value: 0.4,
    });
  });

  it('gives way to the name with one scale', () => {
    const telemetry = normaliseDcgm(
      parseExposition(line(NAME, 0.38) + line('DCGM_FI_DEV_GPU_UTIL', 38)),
    );
    expect(telemetry.readings[0]?.value).toBe(0.38);
  });
});
