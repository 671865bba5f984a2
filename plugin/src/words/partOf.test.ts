import type { Unit } from '@gpuscope/dashboards';
import { formatPartOf } from './partOf.js';

const GIB = 1024 ** 3;

describe('a part of a whole', () => {
  it.each<[number, number, Unit, string]>([
    [3.4, 8, 'gpus', '3.4 of 8 GPUs'],
    [0.5, 1, 'gpus', '0.5 of 1 GPU'],
    [0.001, 8, 'gpus', '<0.01 of 8 GPUs'],
    [12, 64, 'cores', '12 of 64 cores'],
    [1, 1, 'cores', '1 of 1 core'],
    [10, 100, 'gpuHours', '10 of 100 GPU-hours'],
    [41 * GIB, 80 * GIB, 'bytes', '41 GiB of 80'],
    [0.5 * GIB, 80 * GIB, 'bytes', '0.5 GiB of 80'],
    [300, 700, 'watts', '300 W of 700'],
    [2, 5, 'count', '2 of 5'],
    [0.2, 1, 'ratio', '20 % of 100 %'],
  ])('%d of %d in %s is %s', (part, whole, unit, text) => {
    expect(formatPartOf(part, whole, unit)).toBe(text);
  });

  it('stands alone where the whole is not known', () => {
    expect(formatPartOf(3.4, NaN, 'gpus')).toBe('3.4 GPUs');
  });

  it('that is not known says so beside the whole', () => {
    expect(formatPartOf(NaN, 8, 'gpus')).toBe('– of 8 GPUs');
  });
});
