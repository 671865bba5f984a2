import { askedBy, askedFor, bodyOf, commonTimeField, queryOf } from './body.js';
import { EVERY, NONE, oneOf } from './clause.js';
import { fits } from './testing/fits.js';
import { ELASTICSEARCH_6, exact, sketchLayout, sketchPlan } from './testing/plans.js';
import { stored } from './testing/stored.js';

describe('what all bodies begin with', () => {
  const asked = { scope: NONE, range: EVERY, asked: oneOf('a', ['1']) };

  it('is the scope, the range and the question, each an entry of its own', () => {
    expect(queryOf(asked)).toEqual({
      bool: { filter: [{ match_none: {} }, { match_all: {} }, { term: { a: '1' } }] },
    });
  });

  it('says how long the store may take, at least a millisecond', () => {
    const timeoutOf = (timeoutMs: number) =>
      bodyOf(sketchPlan({ timeoutMs }), asked, 1, 'none').timeout;
    expect([0, 0.4, 1_500.6, 30_000].map(timeoutOf)).toEqual(['1ms', '1ms', '1501ms', '30000ms']);
  });

  it.each([
    ['exact', true],
    ['none', false],
    [10_000, 10_000],
  ] as const)('says that a total is wanted %s', (wanted, sent) => {
    expect(bodyOf(sketchPlan(), asked, 1, wanted)).toMatchObject({ track_total_hits: sent });
    expect(bodyOf(sketchPlan({ dialect: ELASTICSEARCH_6 }), asked, 1, wanted)).not.toHaveProperty(
      'track_total_hits',
    );
  });
});

describe('the range of a plan', () => {
  it('is asked of each time field that its layouts have', () => {
    const other = sketchLayout({ roles: { time: exact('time', 'date') } });
    const { range } = askedBy(
      sketchPlan({ range: { fromMs: 10, toMs: 20 } }, sketchLayout(), other),
    );
    expect(fits(range)({ ...stored({}), fields: { '@timestamp': 15 } })).toBe(true);
    expect(fits(range)({ ...stored({}), fields: { time: 15 } })).toBe(true);
    expect(fits(range)({ ...stored({}), fields: { time: 20, '@timestamp': 9 } })).toBe(false);
  });

  it('stands beside any other question as well', () => {
    const own = askedFor(sketchPlan(), oneOf('a', ['1']), oneOf('b', ['2']));
    expect(own.asked).toEqual({ bool: { filter: [{ term: { a: '1' } }, { term: { b: '2' } }] } });
    expect(own.range).toEqual(askedBy(sketchPlan()).range);
  });
});

describe('the one time field', () => {
  it('is that of all layouts, and there has to be one', () => {
    expect(commonTimeField(sketchPlan({}, sketchLayout(), sketchLayout()))).toBe('@timestamp');
    expect(() => commonTimeField(sketchPlan({ branches: [] }))).toThrow(/no layout/);
  });
});
