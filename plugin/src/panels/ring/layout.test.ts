import fc from 'fast-check';
import { ringLayout } from './layout.js';

describe('ring and figures', () => {
  it('lie one below the other in a high panel, side by side in a flat one', () => {
    expect(ringLayout(300, 340).direction).toBe('column');
    expect(ringLayout(600, 160).direction).toBe('row');
  });

  it('leave room for one another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 270, max: 2000 }),
        fc.integer({ min: 165, max: 1200 }),
        (width, height) => {
          const { direction, diameter } = ringLayout(width, height);
          expect(diameter).toBeLessThanOrEqual(Math.min(width, height));
          expect(diameter).toBeLessThanOrEqual(direction === 'row' ? width - 200 : height - 100);
        },
      ),
    );
  });

  it('are drawn in the smallest panel, too', () => {
    expect(ringLayout(10, 10).diameter).toBeGreaterThan(40);
  });
});
