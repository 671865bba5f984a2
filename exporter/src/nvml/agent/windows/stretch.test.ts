import { joinStretches } from './stretch.js';

const stretch = (...moments: readonly number[]) => ({
  from: moments[0] ?? 0,
  to: moments.at(-1) ?? 0,
  moments,
});

describe('joinStretches', () => {
  it('makes one of two that meet, each moment once', () => {
    expect(joinStretches(stretch(1, 2, 3), stretch(3, 4, 5))).toEqual(stretch(1, 2, 3, 4, 5));
    expect(joinStretches(stretch(1, 2, 3), stretch(3))).toEqual(stretch(1, 2, 3));
  });

  it('forgets the first where nothing is known of the time between', () => {
    expect(joinStretches(stretch(1, 2), stretch(7, 8))).toEqual(stretch(7, 8));
  });

  it('leaves the other where one is absent', () => {
    expect(joinStretches(undefined, stretch(1, 2))).toEqual(stretch(1, 2));
    expect(joinStretches(stretch(1, 2), undefined)).toEqual(stretch(1, 2));
    expect(joinStretches(undefined, undefined)).toBeUndefined();
  });
});
