import type { ValuesQuestion } from '../question.js';
import { valuesSearch } from '../search/counts.js';
import { listSearch } from '../search/list.js';
import { answerTo } from '../search/testing/aggregate.js';
import { ELASTICSEARCH_6, ELASTICSEARCH_8, sketchPlan } from '../search/testing/plans.js';
import { stored } from '../search/testing/stored.js';
import type { SearchPlan } from '../searchPlan.js';
import { readList, readValues } from './values.js';

const records = [
  stored({ pod: 'web-1', status: 200, machine: 'vm-1', namespace: 'team-a' }),
  stored({ pod: 'web-1', status: 500, level: 'ERROR', namespace: 'team-a' }),
  stored({ pod: 'Web-2', status: 200, node: 'gpu-1', namespace: 'team-b' }),
  stored({ pod: 'db-1', namespace: 'team-b' }),
  stored({ pod: '' }),
];

function ask(question: Partial<ValuesQuestion>, plan: SearchPlan = sketchPlan()) {
  const asked: ValuesQuestion = {
    show: 'values',
    selection: {},
    name: 'pod',
    top: 10,
    ...question,
  };
  return readValues(plan, asked, answerTo(valuesSearch(plan, asked), records));
}

describe('the values of a name', () => {
  it('come with counts, the most frequent first, without the empty one', () => {
    expect(ask({})).toEqual({
      values: [
        { text: 'web-1', count: 2 },
        { text: 'Web-2', count: 1 },
        { text: 'db-1', count: 1 },
      ],
      isCut: false,
    });
  });

  it('begin with what was typed, in any case where the store can', () => {
    const texts = (plan: SearchPlan) => ask({ prefix: 'web' }, plan).values.map(({ text }) => text);
    expect(texts(sketchPlan({ dialect: ELASTICSEARCH_8 }))).toEqual(['web-1', 'Web-2']);
    expect(texts(sketchPlan({ dialect: ELASTICSEARCH_6 }))).toEqual(['web-1']);
  });

  it('say when there are more', () => {
    expect(ask({ top: 1 })).toEqual({ values: [{ text: 'web-1', count: 2 }], isCut: true });
  });

  it('are those of the lines that were chosen', () => {
    const plan = sketchPlan({ selection: { namespaces: ['team-b'] } });
    expect(ask({}, plan).values.map(({ text }) => text)).toEqual(['Web-2', 'db-1']);
  });

  it('of numbers, hosts and levels are found by their beginning as well', () => {
    expect(ask({ name: 'status', prefix: '5' }).values).toEqual([{ text: '500', count: 1 }]);
    expect(ask({ name: 'host', prefix: 'g' }).values).toEqual([{ text: 'gpu-1', count: 1 }]);
    expect(ask({ name: 'level', prefix: 'err', top: 1 }).values).toEqual([
      { text: 'error', count: 1 },
    ]);
  });

  it('of a name that no index has are refused', () => {
    expect(() => ask({ name: 'pood' })).toThrow(/"pood"/);
  });
});

describe('the list of a field', () => {
  it('is of all in the scope and the chosen places, whoever they are of', () => {
    const selection = {
      namespaces: ['team-a', 'team-b'],
      words: 'nowhere',
      levels: ['error'],
    } as const;
    const pattern = { op: 'matches', field: 'pod', match: '^(.)' } as const;
    const plan = sketchPlan({ selection });
    const own = { ...plan, branches: plan.branches.map((branch) => ({ ...branch, who: pattern })) };
    const answer = answerTo(listSearch(own, 'pod'), records);
    expect(readList(answer)).toEqual({ values: ['Web-2', 'db-1', 'web-1'], isCut: false });
  });

  it('says when it is cut', () => {
    expect(readList(answerTo(listSearch(sketchPlan(), 'pod', 2), records)).isCut).toBe(true);
  });
});
