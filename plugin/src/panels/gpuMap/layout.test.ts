import fc from 'fast-check';
import { fleet, mapFrames } from '../testing/site.js';
import { boardAt, GAP, mapLayout, nodeHeight } from './layout.js';
import { mapModel } from './model.js';

const nodesOf = (nodes: number, boards: number) => mapModel(mapFrames(fleet(nodes, boards)));
const layoutOf = (width: number, height: number, nodes: number, boards: number) =>
  mapLayout({ width, height }, nodesOf(nodes, boards));

describe('the room of a map', () => {
  it('is shared out so that every board is seen', () => {
    const width = fc.integer({ min: 200, max: 3000 });
    const height = fc.integer({ min: 100, max: 2000 });
    fc.assert(
      fc.property(width, height, fc.integer({ min: 1, max: 32 }), (w, h, boards) => {
        const layout = layoutOf(w, h, 2, boards);
        const places = Array.from({ length: boards }, (_, at) => boardAt(at, layout));
        const right = Math.max(...places.map(({ left }) => left + layout.boardWidth));
        const bottom = Math.max(...places.map(({ top }) => top + layout.boardHeight));
        expect(layout.labelWidth + right).toBeLessThanOrEqual(w);
        expect(bottom + GAP).toBeLessThanOrEqual(nodeHeight(boards, layout));
        expect(new Set(places.map(({ left, top }) => `${left} ${top}`)).size).toBe(boards);
      }),
      { numRuns: 50 },
    );
  });

  it('gives figures room where there are few boards', () => {
    expect(layoutOf(900, 400, 8, 8).boardWidth).toBeGreaterThanOrEqual(40);
  });

  it('lets few nodes fill the panel, and many keep a height that can be read', () => {
    expect(layoutOf(900, 340, 8, 8).boardHeight).toBeGreaterThan(30);
    expect(layoutOf(900, 340, 200, 8).boardHeight).toBe(20);
  });

  it('gives names what they need, and never more than a third', () => {
    expect(layoutOf(900, 340, 8, 8).labelWidth).toBeLessThan(80);
    const long = mapModel(mapFrames([{ node: 'n'.repeat(200), gpu: '0' }]));
    expect(mapLayout({ width: 900, height: 340 }, long).labelWidth).toBe(300);
  });

  it('has a line for a node without boards', () => {
    const layout = layoutOf(900, 340, 8, 8);
    expect(nodeHeight(0, layout)).toBe(nodeHeight(1, layout));
  });
});
