import fc from 'fast-check';
import { fleet, mapFrames } from '../testing/site.js';
import { cellsOf } from './counts.js';
import { mapModel } from './model.js';
import { squareAt, stripLayout, stripPaths } from './strip.js';

const cells = cellsOf(mapModel(mapFrames(fleet(3, 4, (node) => ({ busy: node / 2 })))));

describe('the strip of a closed group', () => {
  it('is low however many there are, as long as squares can be seen', () => {
    expect(stripLayout(1280, 780).height).toBeLessThanOrEqual(64);
    expect(stripLayout(8, 780)).toEqual({ pitch: 14, perLine: 55, height: 14 });
    expect(stripLayout(100_000, 780).pitch).toBe(4);
  });

  it('finds the square under the pointer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 20, max: 2000 }),
        (count, width) => {
          const layout = stripLayout(count, width);
          const last = count - 1;
          const x = (last % layout.perLine) * layout.pitch + 1;
          const y = Math.floor(last / layout.perLine) * layout.pitch + 1;
          expect(squareAt(x, y, layout)).toBe(last);
          expect(y).toBeLessThan(layout.height);
          expect(x).toBeLessThan(Math.max(width, layout.pitch));
        },
      ),
    );
  });

  it('is of nobody beside the squares', () => {
    const layout = stripLayout(100, 100);
    expect(squareAt(99.9, 2, layout)).toBe(-1);
    expect(squareAt(-1, 2, layout)).toBe(-1);
  });

  it('draws every cell once, in as many paths as there are colours', () => {
    const paths = stripPaths(cells, stripLayout(cells.length, 100), ({ busy }) => String(busy));
    expect(paths.map(({ color }) => color)).toEqual(['0', '0.5', '1']);
    expect(paths.map(({ d }) => d.split('z').length - 1)).toEqual([4, 4, 4]);
    expect(new Set(paths.flatMap(({ d }) => d.split('z').filter(Boolean))).size).toBe(12);
  });
});
