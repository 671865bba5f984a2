import fc from 'fast-check';
import { placesFor } from './hues.js';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 30 });

describe('the places of names', () => {
  it('are the same in whatever order the names come, and however often', () => {
    fc.assert(
      fc.property(names, (all) => {
        const turned = [...all, ...all].reverse();
        for (const [name, place] of placesFor(all, [4, 8])) {
          expect(placesFor(turned, [4, 8]).get(name)).toBe(place);
        }
      }),
    );
  });

  it('are shared by none while there are enough, and by as few as can be after', () => {
    fc.assert(
      fc.property(names, (all) => {
        const counts = new Map<number, number>();
        for (const place of placesFor(all, [4, 8]).values()) {
          counts.set(place, (counts.get(place) ?? 0) + 1);
        }
        expect(Math.max(0, ...counts.values())).toBe(Math.ceil(all.length / 12));
      }),
    );
  });

  it('are of the first tier while there are enough', () => {
    fc.assert(
      fc.property(names, (all) => {
        const places = [...placesFor(all.slice(0, 4), [4, 8]).values()];
        for (const place of places) expect(place).toBeLessThan(4);
      }),
    );
  });

  it('stay where they were when a name is gone that asked for another', () => {
    const all = ['research', 'ads', 'search', 'speech', 'cv', 'nlp'];
    const before = placesFor(all, [1000]);
    const after = placesFor(all.slice(1), [1000]);
    for (const name of all.slice(1)) expect(after.get(name)).toBe(before.get(name));
  });
});
