import fc from 'fast-check';
import { rowOf } from '../../panels/lines/testing.js';
import { isApart, merged } from './merge.js';

const row = (id: number, line = 'x') => rowOf({ id: String(id), timeMs: id, line });

describe('lines that come in', () => {
  it('are each there once, newest first, and never more than fit', () => {
    const ids = fc.uniqueArray(fc.nat({ max: 50 }));
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 60 }), (known, fresh, most) => {
        const before = [...known].sort((a, b) => b - a).slice(0, most);
        const wanted = [...new Set([...before, ...fresh])].sort((a, b) => b - a).slice(0, most);
        const rows = merged(
          before.map((id) => row(id)),
          fresh.map((id) => row(id)),
          most,
        );
        expect(rows.map(({ id }) => Number(id))).toEqual(wanted);
      }),
    );
  });

  it('leave the list as it is where nothing is new', () => {
    const rows = [row(2), row(1)];
    expect(merged(rows, [row(1)])).toBe(rows);
  });

  it('bring the rest of a stack trace that was seen in the middle', () => {
    const whole = row(1, 'Error: no\n\tat x');
    expect(merged([row(1, 'Error: no')], [whole])).toEqual([whole]);
    expect(merged([whole], [row(1, 'Error: no')])).toEqual([whole]);
  });

  it('stand above those of the same moment that came before', () => {
    const at = (id: string) => rowOf({ id, timeMs: 7 });
    const rows = merged([at('b'), at('a')], [at('d'), at('c'), at('b')]);
    expect(rows.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });

  it('come once each, however often a look brings them', () => {
    expect(merged([], [row(1), row(1, 'longer'), row(1)]).map(({ id }) => id)).toEqual(['1']);
  });

  it('leave the oldest and those without a time when there are too many', () => {
    const timeless = rowOf({ id: 'x', timeMs: NaN });
    expect(merged([row(2), row(1), timeless], [row(3)], 2).map(({ id }) => id)).toEqual(['3', '2']);
  });
});

it.each([
  ['that hold a known one go on from there', [3, 2], [5, 4, 3], false],
  ['of which none is known may leave some out between', [3, 2], [6, 5], true],
  ['are the first', [], [6, 5], false],
  ['are none', [3, 2], [], false],
])('lines %s', (_, known, found, apart) => {
  const rows = (ids: readonly number[]) => ids.map((id) => row(id));
  expect(isApart(rows(known), rows(found))).toBe(apart);
});
