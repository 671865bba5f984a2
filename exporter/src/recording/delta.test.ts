import { GpuscopeError } from '@gpuscope/aggregation';
import fc from 'fast-check';
import { applied, deltaOf } from './delta.js';

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** Plain JSON without -0, which JSON can't hold. */
const json = fc.jsonValue().map(asJson);

describe('deltaOf and applied', () => {
  it('give the later value of any two, also after a trip through a file', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const delta = deltaOf(before, after);
        if (delta === undefined) expect(before).toEqual(after);
        else expect(applied(before, asJson(delta) as typeof delta)).toEqual(after);
      }),
    );
  });

  it('give the later of two texts of many lines', () => {
    const text = fc.array(fc.string({ maxLength: 6 }), { maxLength: 6 }).map((l) => l.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const delta = deltaOf(before, after);
        expect(delta === undefined ? before : applied(before, delta)).toBe(after);
      }),
    );
  });

  it('say nothing of equals', () => {
    fc.assert(fc.property(json, (value) => expect(deltaOf(value, asJson(value))).toBeUndefined()));
  });

  it('say only what changed of a line', () => {
    const before = '# HELP a b\na{uuid="GPU-1"} 10\na{uuid="GPU-2"} 20\n';
    expect(deltaOf(before, before.replace(' 20', ' 25'))).toEqual({ lines: [[2, 17, '5']] });
  });

  it('say only what changed deep inside, and what went', () => {
    const before = { at: 1, devices: [{ uuid: 'a', power: 5, gone: 1 }, { uuid: 'b' }] };
    const after = { at: 1, devices: [{ uuid: 'a', power: 6 }, { uuid: 'b' }] };
    expect(deltaOf(before, after)).toEqual({
      fields: {
        devices: { items: [[0, { fields: { power: { to: 6 } }, gone: ['gone'] }]] },
      },
    });
  });

  it('leave the value before as it was, and share what did not change', () => {
    const before = { kept: { deep: [1] }, changed: 1 };
    const after = applied(before, { fields: { changed: { to: 2 } } }) as typeof before;
    expect(before.changed).toBe(1);
    expect(after.kept).toBe(before.kept);
  });

  it.each([
    ['a line', 'a\nb', { lines: [[7, 0, 'x']] as const }, /line 7/],
    ['an item', [1], { items: [[3, { to: 1 }]] as const }, /item 3/],
    ['fields of a text', 'text', { fields: { a: { to: 1 } } }, /fields/],
    ['lines of a list', [1], { lines: [] }, /lines/],
  ])('refuse a change of %s that is not there', (_, before, delta, message) => {
    expect(() => applied(before, delta)).toThrow(GpuscopeError);
    expect(() => applied(before, delta)).toThrow(message);
  });
});
