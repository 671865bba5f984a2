import { createStandstill } from './standstill.js';

describe('a standstill of the driver’s time', () => {
  it('is told once for each time that it lasts too long', () => {
    const standstill = createStandstill();
    const told = Array.from({ length: 61 }, (_, half) => standstill.isStuck(7, half * 500));
    expect(told.flatMap((isStuck, half) => (isStuck ? [half / 2] : []))).toEqual([10, 20.5]);
  });

  it('is none while time moves, back too, or nothing tells of it', () => {
    const standstill = createStandstill();
    for (let second = 0; second < 60; second += 1) {
      const to = second % 9 === 8 ? undefined : Math.floor(second / 5) * (second > 30 ? -1 : 1);
      expect(standstill.isStuck(to, second * 1000)).toBe(false);
    }
  });
});
