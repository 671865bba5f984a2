import fc from 'fast-check';
import type { Device } from '../testing/site.js';
import { mapFrames } from '../testing/site.js';
import { mapModel } from './model.js';
import { slicesIn } from './slices.js';

const boardOf = (devices: readonly Partial<Device>[]) =>
  mapModel(
    mapFrames(
      devices.map((device, at) => ({ node: 'a', gpu: '0', instance: String(at), ...device })),
    ),
  )[0]!.boards[0]!;

const widths = (devices: readonly Partial<Device>[]) =>
  slicesIn(boardOf(devices)).map(({ width }) => width);

describe('the slices of a board', () => {
  it('are as wide as their part of seven, and what is not cut stays empty', () => {
    const slices = slicesIn(boardOf([{ profile: '3g.40gb' }, { profile: '2g.20gb' }]));
    expect(slices.map(({ from, width }) => [from * 7, width * 7])).toEqual([
      [0, 3],
      [3, expect.closeTo(2)],
    ]);
  });

  it('read compute instances by their GPU slices', () => {
    expect(widths([{ profile: '1c.3g.40gb' }])[0]).toBeCloseTo(3 / 7);
  });

  it('are alike where some size is not known', () => {
    expect(widths([{ profile: '3g.40gb' }, {}])).toEqual([0.5, 0.5]);
  });

  it('of a whole GPU are the whole', () => {
    const [board] = mapModel(mapFrames([{ node: 'a', gpu: '0' }]))[0]!.boards;
    expect(slicesIn(board!).map(({ from, width }) => [from, width])).toEqual([[0, 1]]);
  });

  it('lie side by side within the board, whatever is cut', () => {
    const profile = fc.constantFrom('1g.10gb', '2g.20gb', '3g.40gb', '4g.40gb', '7g.80gb', '');
    fc.assert(
      fc.property(fc.array(profile, { minLength: 1, maxLength: 9 }), (profiles) => {
        const slices = slicesIn(boardOf(profiles.map((one) => ({ profile: one }))));
        let end = 0;
        for (const { from, width } of slices) {
          expect(from).toBeCloseTo(end);
          end = from + width;
        }
        expect(end).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
