import fc from 'fast-check';
import { rowOf } from '../../panels/lines/testing.js';
import { merged } from './merge.js';

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
});
