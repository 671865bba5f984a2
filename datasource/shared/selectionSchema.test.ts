import fc from 'fast-check';
import { LOG_LEVELS } from '@gpuscope/aggregation/logs';
import { readSelection } from './selectionSchema.js';

const problemsOf = (value: unknown): readonly string[] => {
  const read = readSelection(value);
  return 'problems' in read ? read.problems : [];
};

describe('readSelection', () => {
  it('keeps whatever can be asked', () => {
    const texts = fc.array(fc.string({ maxLength: 50 }), { maxLength: 5 });
    const selection = fc.record(
      {
        apps: texts,
        namespaces: texts,
        hosts: texts,
        levels: fc.array(fc.constantFrom(...LOG_LEVELS, 'unknown' as const)),
        words: fc.string({ maxLength: 100 }),
        filters: fc.array(
          fc.record({
            name: fc.string({ minLength: 1, maxLength: 30 }),
            op: fc.constantFrom('=' as const, '!=' as const),
            values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
          }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(selection, (asked) => {
        expect(readSelection(asked)).toEqual({ value: asked });
      }),
    );
  });

  it('refuses a key that it does not know, for it would narrow nothing', () => {
    expect(problemsOf({ app: ['web'] })).toEqual([
      expect.stringMatching(/^holds what is not known: app; known are .*apps/),
    ]);
    expect(problemsOf({ filters: [{ name: 'a', op: '=', values: ['b'], value: 'c' }] })).toEqual([
      expect.stringMatching(
        /^filters\.0 holds what is not known: value; known are name, op, values/,
      ),
    ]);
  });

  it.each([
    [{ apps: 'web' }, 'apps must be a list of texts'],
    [{ apps: [7] }, 'apps.0 must be text'],
    [{ levels: ['fatal'] }, /^levels\.0 must be one of critical, .*, unknown$/],
    [{ filters: [{ name: '', op: '=', values: ['a'] }] }, 'filters.0.name must not be empty'],
    [
      { filters: [{ name: 'a', op: '~', values: ['a'] }] },
      'filters.0.op must be one of =, !=, exists, missing',
    ],
    [
      { filters: [{ name: 'a', op: '!=' }] },
      'filters.0.values must hold at least one value for = and !=',
    ],
    [{ words: 'x'.repeat(2001) }, 'words is too long; at most 2000 characters are allowed'],
    [
      { pods: Array.from({ length: 1001 }, String) },
      'pods holds too many values; at most 1000 are allowed',
    ],
    ['web', 'must be a mapping such as {"apps": ["web"]}'],
    [['web'], 'must be a mapping such as {"apps": ["web"]}'],
  ])('says what is wrong with %j', (value, problem) => {
    expect(problemsOf(value)).toEqual([
      problem instanceof RegExp ? expect.stringMatching(problem) : problem,
    ]);
  });

  it('needs no values for exists and missing', () => {
    expect(readSelection({ filters: [{ name: 'traceId', op: 'exists' }] })).toEqual({
      value: { filters: [{ name: 'traceId', op: 'exists', values: [] }] },
    });
  });
});
