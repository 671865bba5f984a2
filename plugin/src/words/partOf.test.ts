import type { Unit } from '@gpuscope/dashboards';
import { formatPartOf } from './partOf.js';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

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
    [512 * MIB, 1023.9 * MIB, 'bytes', '0.5 GiB of 1'],
    [80 * GIB, 80 * GIB, 'bytes', '80 GiB of 80'],
    [90 * GIB, 80 * GIB, 'bytes', '90 GiB of 80'],
    [0, 0, 'bytes', '0 B of 0'],
    [1, 80 * GIB, 'bytes', '<0.1 GiB of 80'],
    [NaN, 80 * GIB, 'bytes', '– GiB of 80'],
    [0, 0, 'gpus', '0 of 0 GPUs'],
    [-1, 8, 'gpus', '-1 of 8 GPUs'],
    [0.2, 0.25, 'gpus', '0.2 of 0.25 GPUs'],
    [1234, 12_345, 'gpus', '1,234 of 12,345 GPUs'],
    [2, 5, 'count', '2 of 5'],
    [3, 4, 'money:¥', '¥3.00 of ¥4.00'],
    [3600, 7200, 'seconds', '1 h of 2 h'],
    [0.2, 1, 'ratio', '20 % of 100 %'],
  ])('%d of %d in %s is %s', (part, whole, unit, text) => {
    expect(formatPartOf(part, whole, unit)).toBe(text);
  });

  it.each([NaN, Infinity, -Infinity])('stands alone where the whole is %d', (whole) => {
    expect(formatPartOf(3.4, whole, 'gpus')).toBe('3.4 GPUs');
    expect(formatPartOf(NaN, whole, 'bytes')).toBe('–');
  });

  it('that is not known says so beside the whole', () => {
    expect(formatPartOf(NaN, 8, 'gpus')).toBe('– of 8 GPUs');
  });
});
