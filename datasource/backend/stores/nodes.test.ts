import fc from 'fast-check';
import { takeTurns } from './nodes.js';

describe('takeTurns', () => {
  it('begins with another node each time', () => {
    const nodes = takeTurns(['a', 'b', 'c'], 1_000, () => 0);
    const firsts = Array.from({ length: 6 }, () => nodes.inOrder()[0]);
    expect(firsts).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  it('names every node once, the ones that failed last, whatever befell them', () => {
    const event = fc.record({ node: fc.constantFrom('a', 'b', 'c'), isWell: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const nodes = takeTurns(['a', 'b', 'c'], 1_000, () => 0);
        const down = new Set<string>();
        for (const { node, isWell } of events) {
          if (isWell) nodes.answered(node);
          else nodes.failed(node);
          down[isWell ? 'delete' : 'add'](node);
        }
        const order = nodes.inOrder();
        expect([...order].sort()).toEqual(['a', 'b', 'c']);
        expect(new Set(order.slice(3 - down.size))).toEqual(down);
      }),
    );
  });

  it('gives a node that failed another chance after a while', () => {
    let now = 0;
    const nodes = takeTurns(['a', 'b'], 1_000, () => now);
    nodes.failed('a');
    expect(nodes.inOrder()).toEqual(['b', 'a']);
    now = 1_001;
    const firsts = [nodes.inOrder()[0], nodes.inOrder()[0]];
    expect(firsts.sort()).toEqual(['a', 'b']);
  });
});
