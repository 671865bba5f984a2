import fc from 'fast-check';
import { capsTable } from './fieldView.js';
import type { Mapping } from './testing.js';
import { capsOf } from './testing.js';

const MAPPINGS: Readonly<Record<string, Mapping>> = {
  a: { x: 'keyword', 'o.p': 'long', o: 'object' },
  b: { x: 'text', 'o.q': 'keyword', o: 'object' },
  c: { y: 'keyword' },
};

const table = capsTable(capsOf(MAPPINGS));

describe('a view of some indices', () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['one index', ['a'], 'x', ['keyword']],
    ['another', ['b'], 'x', ['text']],
    ['one that lacks it', ['c'], 'x', []],
    ['several', ['a', 'b', 'c'], 'x', ['keyword', 'text']],
    ['an index that nobody knows', ['d'], 'x', []],
  ])('has the types of %s', (_, indices, path, types) => {
    expect(table.viewOf(indices).types(path)).toEqual(types);
  });

  it('has the fields under a base', () => {
    expect(table.viewOf(['a', 'b']).under('o')).toEqual(['p', 'q']);
    expect(table.viewOf(['a']).under('o')).toEqual(['p']);
    expect(table.viewOf(['c']).under('o')).toEqual([]);
    expect(table.viewOf(['a']).under('x')).toEqual([]);
  });

  it('has the names of what is mapped there', () => {
    expect(table.viewOf(['a']).names()).toEqual(['o', 'o.p', 'x']);
    expect(table.viewOf(['c']).names()).toEqual(['y']);
  });

  it('has what all indices have where the store names none', () => {
    const caps = capsOf({ a: { x: 'keyword' }, b: { x: 'keyword' } });
    expect(caps.fields.get('x')?.[0]).not.toHaveProperty('indices');
    expect(capsTable(caps).viewOf(['b']).types('x')).toEqual(['keyword']);
  });

  it('has nothing that is only unmapped', () => {
    const fields = new Map([['x', [{ type: 'unmapped', searchable: false, aggregatable: false }]]]);
    const view = capsTable({ indices: ['a'], fields }).viewOf(['a']);
    expect([view.types('x'), view.names()]).toEqual([[], []]);
  });

  it('is the mapping again, of any one index of many', () => {
    const names = fc.constantFrom('x', 'y', 'o.p', 'o.q', 'o.p.keyword');
    const mapping = fc.dictionary(names, fc.constantFrom('text', 'keyword', 'long'));
    fc.assert(
      fc.property(fc.uniqueArray(mapping, { minLength: 1, maxLength: 5 }), (all) => {
        const mappings = Object.fromEntries(all.map((one, at) => [`i${at}`, one]));
        const { viewOf } = capsTable(capsOf(mappings));
        for (const [index, one] of Object.entries(mappings)) {
          const view = viewOf([index]);
          const back = Object.fromEntries(view.names().map((name) => [name, view.types(name)]));
          expect(back).toEqual(
            Object.fromEntries(Object.entries(one).map(([name, type]) => [name, [type]])),
          );
        }
      }),
    );
  });
});
