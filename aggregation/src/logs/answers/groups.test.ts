import { groupAggs } from '../search/groups/groupAggs.js';
import { answerTo } from '../search/testing/aggregate.js';
import { exact, sketchLayout, sketchPlan } from '../search/testing/plans.js';
import { stored } from '../search/testing/stored.js';
import type { Answer } from './answer.js';
import { readGroups } from './groups.js';

const grouping = { by: ['pod'], top: 2 };
const answer = (aggregations: Answer['aggregations']): Answer => ({
  hits: [],
  total: 0,
  isTotalExact: true,
  aggregations,
});
const terms = (buckets: readonly object[], rest = 0, error = 0) =>
  ({
    doc_count: 1,
    k0: { doc_count_error_upper_bound: error, sum_other_doc_count: rest, buckets },
  }) as unknown as Answer['aggregations'][string];
const nothing = { doc_count: 0, k0: { buckets: [] } } as const;

describe('the groups of an answer', () => {
  it('of several shapes are one where they have the same name, the largest first', () => {
    const other = sketchLayout({ indices: ['b'], roles: { pod: exact('k8s.pod') } });
    const plan = sketchPlan({}, sketchLayout({ indices: ['a'] }), other);
    const records = [
      stored({ pod: 'x' }, 'a'),
      stored({ 'k8s.pod': 'y' }, 'b'),
      stored({ 'k8s.pod': 'x' }, 'b'),
      stored({ 'k8s.pod': 'z' }, 'a'),
    ];
    const aggs = groupAggs(plan, { by: ['pod'], top: 9 });
    const { groups } = readGroups(
      plan,
      { by: ['pod'], top: 9 },
      answerTo({ ...filterAll, aggs }, records),
    );
    expect(groups.map(({ texts: [text], count }) => [text, count])).toEqual([
      ['x', 2],
      ['', 1],
      ['y', 1],
    ]);
  });

  it('say how many lines the store left out, and how wrong its counts may be', () => {
    const told = answer({ s0: terms([{ key: 'x', doc_count: 3 }], 40, 2), s1: nothing });
    const read = readGroups(sketchPlan(), grouping, told);
    expect(read).toMatchObject({ unlisted: 40, error: 2 });
    expect(read.groups).toEqual([{ texts: ['x'], count: 3, steps: new Map() }]);
  });

  it('of booleans and times have the names that the store gives them', () => {
    const told = answer({
      s0: terms([
        { key: 1, key_as_string: 'true', doc_count: 3 },
        { key: 7, doc_count: 2 },
      ]),
      s1: nothing,
    });
    expect(readGroups(sketchPlan(), grouping, told).groups.map(({ texts }) => texts)).toEqual([
      ['true'],
      ['7'],
    ]);
  });

  it('of equal size stand in the order of their names, so that a picture does not flicker', () => {
    const buckets = ['c', 'a', 'b'].map((key) => ({ key, doc_count: 1 }));
    const { groups } = readGroups(
      sketchPlan(),
      grouping,
      answer({ s0: terms(buckets), s1: nothing }),
    );
    expect(groups.map(({ texts }) => texts[0])).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [{ s0: terms([{ key: null, doc_count: 1 }]), s1: nothing }, /key/],
    [{ s0: terms([{ key: 'x' }]), s1: nothing }, /doc_count/],
    [{ s0: terms([]) }, /s1/],
  ])("that can not be read are the store's fault: %#", (aggregations, message) => {
    expect(() => readGroups(sketchPlan(), grouping, answer(aggregations))).toThrow(message);
  });
});

/** A body that finds every record. */
const filterAll = { query: { bool: { filter: [] } } };
