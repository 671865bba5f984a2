import fc from 'fast-check';
import { distance, nearNames } from './nearNames.js';

describe('nearNames', () => {
  const known = ['pod', 'podUid', 'container', 'containerId', 'namespace', 'level', 'traceId'];

  it.each([
    ['pdo', ['pod']],
    ['Level', ['level']],
    ['levl', ['level']],
    ['namespaces', ['namespace']],
    ['kubernetes.pod', ['pod']],
    ['conainer', ['container']],
    ['trace_id', ['traceId']],
    ['weather', []],
    ['x'.repeat(5000), []],
  ])('%.20s → %j', (name, near) => {
    expect(nearNames(name, known)).toEqual(near);
  });
});

describe('distance', () => {
  const word = fc.string({ maxLength: 8 });

  it('is none between a text and itself, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (one, two) => {
        expect(distance(one, one)).toBe(0);
        expect(distance(one, two)).toBe(distance(two, one));
        expect(distance(one, two) === 0).toBe(one === two);
        expect(distance(one, '')).toBe(one.length);
      }),
    );
  });

  it('is one for one slip of the hand', () => {
    const slips = ['pods', 'od', 'pid', 'opd', 'pdo'];
    expect(slips.map((slip) => distance(slip, 'pod'))).toEqual([1, 1, 1, 1, 1]);
  });
});
