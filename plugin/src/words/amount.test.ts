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
    [12, 'count', '12'],
    [2, 'state', '2'],
  ])('%d in %s is %s', (value, unit, text) => {
    expect(formatAmount(value, unit)).toBe(text);
  });

  it('of time tells how long ago it was', () => {
    expect(formatAmount(Date.now() - 7_200_500, 'when')).toBe('2 h ago');
  });

  it('that is none says so in every unit', () => {
    const units: Unit[] = ['gpus', 'bytes', 'seconds', 'when', 'ratio', 'count', 'celsius'];
    for (const unit of units) expect(formatAmount(NaN, unit)).toBe('–');
    expect(formatShare(NaN)).toBe('–');
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
