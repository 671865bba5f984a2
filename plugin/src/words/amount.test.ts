import type { Unit } from '@gpuscope/dashboards';
import fc from 'fast-check';
import { formatAmount, formatShare } from './amount.js';

const GIB = 1024 ** 3;

describe('an amount', () => {
  it.each<[number, Unit, string]>([
    [3.42, 'gpus', '3.4 GPUs'],
    [1, 'gpus', '1 GPU'],
    [0.125, 'gpus', '0.13 GPUs'],
    [128, 'gpus', '128 GPUs'],
    [1, 'gpuHours', '1 GPU-hour'],
    [1234.4, 'gpuHours', '1,234 GPU-hours'],
    [12.51, 'cores', '12.5 cores'],
    [1, 'cores', '1 core'],
    [41.3 * GIB, 'bytes', '41 GiB'],
    [1.5 * GIB, 'bytes', '1.5 GiB'],
    [0, 'bytes', '0 B'],
    [1023.9 * 1024 ** 2, 'bytes', '1 GiB'],
    [3 * 1024 ** 5 * 1024, 'bytes', '3,072 PiB'],
    [2 * 1024 ** 2, 'bytesPerSecond', '2 MiB/s'],
    [350.4, 'watts', '350 W'],
    [12_400, 'watts', '12 kW'],
    [1.98e9, 'hertz', '2 GHz'],
    [1_410_000_000, 'hertz', '1.4 GHz'],
    [64.6, 'celsius', '65 °C'],
    [0.425, 'ratio', '43 %'],
    [0.042, 'ratio', '4.2 %'],
    [0, 'ratio', '0 %'],
    [18_000, 'seconds', '5 h'],
    [12.34, 'kilowattHours', '12.3 kWh'],
    [0, 'gpus', '0 GPUs'],
    [-0.001, 'gpus', '0 GPUs'],
    [1e-9, 'gpus', '<0.01 GPUs'],
    [0.999, 'gpus', '1 GPU'],
    [1e15, 'gpus', '1,000,000,000,000,000 GPUs'],
    [-5 * GIB, 'bytes', '-5 GiB'],
    [0.04, 'bytes', '<0.1 B'],
    [1023.4, 'bytes', '1,023 B'],
    [1023.6, 'bytes', '1 KiB'],
    [-1023.6, 'bytes', '-1 KiB'],
    [999.6, 'watts', '1 kW'],
    [0.00001, 'ratio', '<0.1 %'],
    [0.0999, 'ratio', '10 %'],
    [-0.5, 'ratio', '-50 %'],
    [2.5, 'ratio', '250 %'],
    [-3, 'celsius', '-3 °C'],
    [-5, 'seconds', '0 s'],
    [86_400 * 400, 'lasting', '400 days'],
    [2.5, 'money:€', '€2.50'],
    [1234.5, 'money:CN¥', 'CN¥1,234.50'],
    [0, 'money:', '0.00'],
    [0.001, 'money:€', '<€0.01'],
    [-0.001, 'money:€', '€0.00'],
    [-7.125, 'money:€', '-€7.13'],
    [12, 'count', '12'],
    [2, 'state', '2'],
  ])('%d in %s is %s', (value, unit, text) => {
    expect(formatAmount(value, unit)).toBe(text);
  });

  it('of time tells how long ago it was', () => {
    expect(formatAmount(Date.now() - 7_200_500, 'when')).toBe('2 h ago');
  });

  it('that is none says so in every unit', () => {
    const units: Unit[] = [
      ...(['gpus', 'gpuHours', 'cores', 'bytes', 'bytesPerSecond', 'watts', 'hertz'] as const),
      ...(['kilowattHours', 'celsius', 'seconds', 'lasting', 'when', 'ratio'] as const),
      ...(['count', 'state', 'money:€'] as const),
    ];
    for (const value of [NaN, Infinity, -Infinity]) {
      for (const unit of units) expect(formatAmount(value, unit)).toBe('–');
      expect(formatShare(value)).toBe('–');
    }
  });

  it('in bytes keeps its figure below 1024 and is read back within a twentieth', () => {
    const powers: Readonly<Record<string, number>> = {
      B: 0,
      KiB: 1,
      MiB: 2,
      GiB: 3,
      TiB: 4,
      PiB: 5,
    };
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1024 ** 5, noNaN: true }), (value) => {
        const [figure = '', sign = ''] = formatAmount(value, 'bytes')
          .replaceAll(',', '')
          .split(' ');
        expect(Number(figure)).toBeLessThan(1024);
        const read = Number(figure) * 1024 ** powers[sign]!;
        expect(Math.abs(read - value) / value).toBeLessThan(0.051);
      }),
    );
  });
});
