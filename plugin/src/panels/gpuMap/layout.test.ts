import fc from 'fast-check';
import { boardAt, GAP, mapLayout, nodeHeight } from './layout.js';

describe('the room of a map', () => {
  it('is shared out so that every board is seen', () => {
    const width = fc.integer({ min: 200, max: 3000 });
    fc.assert(
      fc.property(
        width,
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 900 }),
        (width, boards, nodes) => {
          const layout = mapLayout(width, boards, nodes);
          const places = Array.from({ length: boards }, (_, at) => boardAt(at, layout));
          const right = Math.max(...places.map(({ left }) => left + layout.boardWidth));
          const bottom = Math.max(...places.map(({ top }) => top + layout.boardHeight));
          expect(layout.labelWidth + right).toBeLessThanOrEqual(width);
          expect(bottom + GAP).toBeLessThanOrEqual(nodeHeight(boards, layout));
          expect(new Set(places.map(({ left, top }) => `${left} ${top}`)).size).toBe(boards);
        },
      ),
    );
  });

  it('gives figures room where there are few boards, and lines where there are many nodes', () => {
    expect(mapLayout(900, 8, 8).boardWidth).toBeGreaterThanOrEqual(40);
    expect(mapLayout(900, 8, 800).boardHeight).toBeLessThan(mapLayout(900, 8, 8).boardHeight);
  });

  it('has a line for a node without boards', () => {
    const layout = mapLayout(900, 8, 8);
    expect(nodeHeight(0, layout)).toBe(nodeHeight(1, layout));
  });
});
