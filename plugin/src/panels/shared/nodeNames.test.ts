import fc from 'fast-check';
import { nodeNames } from './nodeNames.js';

describe('the names of machines', () => {
  it('are their own, with their cluster only where two would be called alike', () => {
    const places = [
      { cluster: 'idc1', node: 'gpu-1' },
      { cluster: 'idc2', node: 'gpu-1' },
      { cluster: 'idc2', node: 'gpu-2' },
      { cluster: 'idc2', node: 'gpu-2' },
    ];
    expect(places.map(nodeNames(places))).toEqual([
      'idc1 / gpu-1',
      'idc2 / gpu-1',
      'gpu-2',
      'gpu-2',
    ]);
  });

  it('need no cluster where none is known', () => {
    const places = [
      { cluster: '', node: 'gpu-1' },
      { cluster: 'idc2', node: 'gpu-1' },
    ];
    expect(places.map(nodeNames(places))).toEqual(['gpu-1', 'idc2 / gpu-1']);
  });

  it('tell any two machines apart', () => {
    const place = fc.record({
      cluster: fc.constantFrom('a', 'b', 'c'),
      node: fc.constantFrom('n1', 'n2', 'n3'),
    });
    const distinct = fc.uniqueArray(place, {
      selector: ({ cluster, node }) => `${cluster} ${node}`,
    });
    fc.assert(
      fc.property(distinct, (places) => {
        expect(new Set(places.map(nodeNames(places))).size).toBe(places.length);
      }),
    );
  });
});
