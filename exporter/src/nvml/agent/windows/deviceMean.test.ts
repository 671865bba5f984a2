import fc from 'fast-check';
import type { DeviceSample } from './deviceMean.js';
import { createDeviceMean } from './deviceMean.js';

const NOW = 1_700_000_000_000_000;
const STEP = 166_667;

const samples = (values: readonly number[], from = NOW - 60_000_000): DeviceSample[] =>
  values.map((value, index) => ({ timeStamp: from + index * STEP, value }));

/** Past the head start: a mean that begins at the last of these. */
function begun(first = samples([0, 0, 0])): ReturnType<typeof createDeviceMean> {
  const mean = createDeviceMean();
  mean.add(first, NOW);
  mean.cut();
  return mean;
}

describe('the mean of a device', () => {
  it('is that of the driver’s samples', () => {
    const mean = begun();
    mean.add(samples([0, 0, 0, 100, 0, 50, 50]), NOW);
    expect(mean.cut()).toBeCloseTo(50, 3);
  });

  it('weighs each by the time since the one before', () => {
    const mean = createDeviceMean();
    mean.add([{ timeStamp: 1_000_000, value: 0 }], NOW);
    mean.add(
      [
        { timeStamp: 1_300_000, value: 100 },
        { timeStamp: 1_400_000, value: 20 },
      ],
      NOW,
    );
    expect(mean.cut()).toBeCloseTo((100 * 3 + 20) / 4, 6);
  });

  it('is unknown where nothing was sampled, and does not repeat itself', () => {
    const mean = begun();
    expect(mean.cut()).toBeUndefined();
    mean.add(samples([0, 0, 0, 80]), NOW);
    expect(mean.cut()).toBe(80);
    expect(mean.cut()).toBeUndefined();
  });

  it('begins with the last second of what the driver has', () => {
    const mean = createDeviceMean();
    mean.add(samples([...Array<number>(60).fill(100), ...Array<number>(6).fill(10)]), NOW);
    expect(mean.cut()).toBeCloseTo(10, 3);
  });

  it('does not take the first sample after a gap for all of the gap', () => {
    const mean = begun();
    const after = samples([100, 20, 20, 20], NOW + 3_600_000_000);
    const stretch = mean.add(after, NOW + 3_700_000_000);
    expect(stretch?.from).toBe(after[0]?.timeStamp);
    expect(stretch?.to).toBe(after.at(-1)?.timeStamp);
    expect(mean.cut()).toBeCloseTo(20, 6);
  });

  it('counts no sample twice, however often the driver sends it', () => {
    const mean = begun();
    const told = samples([0, 0, 0, 90]);
    mean.add(told, NOW);
    mean.add(told, NOW);
    mean.add([...told, ...samples([0, 0, 0, 0, 30])], NOW);
    expect(mean.cut()).toBeCloseTo(60, 3);
  });

  it('says what time the samples stand for', () => {
    const mean = begun();
    const [, , ...moments] = samples([0, 0, 0, 90, 10]).map(({ timeStamp }) => timeStamp);
    const [from] = moments;
    const to = moments.at(-1);
    expect(mean.add(samples([0, 0, 0, 90, 10]), NOW)).toEqual({ from, to, moments });
    expect(mean.add([], NOW)).toEqual({ from: to, to, moments: [to] });
    expect(createDeviceMean().add([], NOW)).toBeUndefined();
  });

  it.each([
    ['back', -3_600_000_000],
    ['forward', 3_600_000_000],
  ])('goes on when the wall clock is set %s by an hour', (_, jump) => {
    const mean = begun(samples([0, 0, 70]));
    const ring = samples([0, 0, 70]);
    const later = samples([20, 20, 20], NOW + jump);
    mean.rebase();
    mean.add([...ring, ...later.slice(0, 1)], NOW + jump);
    expect(mean.cut()).toBeUndefined();
    mean.add([...ring, ...later], NOW + jump + STEP * 3);
    expect(mean.cut()).toBeCloseTo(20, 3);
  });

  it('adds up: however windows are cut and answers overlap, every sample weighs the same', () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 60 });
    const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, cuts, fc.integer({ min: 0, max: 5 }), (all, lengths, overlap) => {
        const told = samples(all);
        const mean = createDeviceMean();
        mean.add(told.slice(0, 1), NOW);
        let done = 1;
        let sum = 0;
        for (let i = 0; done < told.length; i += 1) {
          const from = mean.newest;
          const end = done + (lengths[i % lengths.length] ?? 1);
          mean.add(told.slice(Math.max(0, done - overlap), end), NOW);
          done = Math.min(end, told.length);
          sum += (mean.cut() ?? 0) * (mean.newest - from);
        }
        const expected = all.slice(1).reduce((total, value) => total + value * STEP, 0);
        expect(sum).toBeCloseTo(expected, 0);
      }),
    );
  });
});
