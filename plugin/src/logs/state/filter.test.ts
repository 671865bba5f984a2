import { lineMatcher } from '@gpuscope/aggregation/logs';
import fc from 'fast-check';
import { narrowed, toggled, withWords } from './filter.js';
import { DEFAULT_STATE } from './state.js';

const field = { isOut: false, isField: true };

describe('“only this”', () => {
  it('chooses from the page’s own lists where there is one', () => {
    expect(narrowed(DEFAULT_STATE, ['host', 'n1'], field).chosen).toEqual({ node: ['n1'] });
    expect(narrowed(DEFAULT_STATE, ['level', 'error'], field).levels).toEqual(['error']);
    expect(narrowed(DEFAULT_STATE, ['label.team', 'cv'], field).filters).toEqual([
      { name: 'label.team', op: '=', values: ['cv'] },
    ]);
  });

  it.each(['constructor', 'toString', '__proto__', 'valueOf'])(
    'takes a field called %s for a field, whatever else has that name',
    (name) => {
      expect(narrowed(DEFAULT_STATE, [name, 'x'], field)).toEqual({
        ...DEFAULT_STATE,
        filters: [{ name, op: '=', values: ['x'] }],
      });
    },
  );

  it('takes the place of another value: no line has both', () => {
    const first = narrowed(DEFAULT_STATE, ['label.team', 'cv'], field);
    expect(narrowed(first, ['label.team', 'nlp'], field).filters).toEqual([
      { name: 'label.team', op: '=', values: ['nlp'] },
    ]);
  });
});

describe('“not this”', () => {
  const out = { isOut: true, isField: true };

  it('adds to what is shut out already, once', () => {
    const made = ['a', 'b', 'a'].reduce(
      (state, pod) => narrowed(state, ['pod', pod], out),
      DEFAULT_STATE,
    );
    expect(made.filters).toEqual([{ name: 'pod', op: '!=', values: ['a', 'b'] }]);
    expect(made.chosen).toEqual({});
  });
});

describe('what stands only in a line’s words', () => {
  it('is looked for there', () => {
    const wanted = { isOut: false, isField: false };
    expect(narrowed(DEFAULT_STATE, ['user_id', 'a "b"'], wanted).words).toBe('"a \\"b\\""');
    expect(narrowed(DEFAULT_STATE, ['user_id', '42'], { ...wanted, isOut: true }).words).toBe(
      '-"42"',
    );
  });

  it('finds the lines that have it, and only those', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(word, fc.boolean(), (text, isOut) => {
        const { words } = withWords(DEFAULT_STATE, text, isOut);
        expect(lineMatcher(words)(`x ${text} y`)).toBe(!isOut);
        expect(lineMatcher(words)('')).toBe(isOut);
      }),
    );
  });
});

it('chooses a value with one click and lets it go with the next', () => {
  const once = toggled(DEFAULT_STATE, 'app', 'a');
  expect(once.chosen).toEqual({ app: ['a'] });
  expect(toggled(toggled(once, 'app', 'b'), 'app', 'a').chosen).toEqual({ app: ['b'] });
  expect(toggled(once, 'app', 'a')).toEqual(DEFAULT_STATE);
});
