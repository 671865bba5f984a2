import fc from 'fast-check';
import type { Layout, LinesQuestion, SearchPlan, Table } from '@gpuscope/aggregation/logs';
import {
  countsSearch,
  linesSearch,
  listSearch,
  readCounts,
  readList,
  readValues,
  readVolume,
  sampleSearch,
  valuesSearch,
  volumeSearch,
} from '@gpuscope/aggregation/logs';
import { inScope } from '@gpuscope/aggregation/scope';
import { answerTo, foundBy } from '../../../aggregation/src/logs/search/testing/aggregate.js';
import { scope, selection } from '../../../aggregation/src/logs/search/testing/arbitraries.js';
import { sketchLayout, sketchPlan } from '../../../aggregation/src/logs/search/testing/plans.js';
import { placed } from '../../../aggregation/src/logs/search/testing/stored.js';
import {
  defaultStoreKinds,
  sharedStore,
  storeDialect,
  type SharedStore,
} from '../../servers/index.js';
import { crowd } from './crowd.js';
import { ask, createIndex, write } from './stored.js';

const range = { fromMs: 0, toMs: 30_000 };
const NEWEST: LinesQuestion = { show: 'lines', selection: {}, direction: 'newest', limit: 1_000 };

/** Tables with their times as text, so that a difference can be shown. */
const plain = (tables: readonly Table[]) =>
  tables.map(({ columns, ...rest }) => ({
    ...rest,
    columns: columns.map(({ values, ...column }) => ({
      ...column,
      values: [...values].map(String),
    })),
  }));

jest.setTimeout(60_000);

describe.each(defaultStoreKinds)('searches on %s', (kind) => {
  const records = crowd(400, 21);
  let store: SharedStore;
  let index: string;
  let layout: Layout;

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('asking');
    layout = sketchLayout();
    await createIndex(store, index);
    await write(store, index, records);
  }, 300_000);

  const planOf = (plan: Partial<SearchPlan>) =>
    sketchPlan({ index, dialect: storeDialect(kind), range, ...plan }, layout);

  it('find what they mean, and nothing that the scope does not have', async () => {
    const asked = fc.sample(fc.tuple(scope, selection), { numRuns: 60, seed: 22 });
    for (const [drawn, chosen] of asked) {
      const plan = planOf({ scope: drawn, selection: chosen });
      const body = linesSearch(plan, NEWEST);
      const { hits } = await ask(store, index, body);
      const wanted = foundBy(body, records);
      expect(hits.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
      expect(wanted.every((one) => inScope(placed(one), drawn))).toBe(true);
    }
  });

  it('come in the order of time, the newest and the oldest first', async () => {
    for (const direction of ['newest', 'oldest'] as const) {
      const { hits } = await ask(store, index, linesSearch(planOf({}), { ...NEWEST, direction }));
      const times = hits.map(({ sort }) => Number(sort[0]));
      const sorted = [...times].sort((a, b) => (direction === 'newest' ? b - a : a - b));
      expect(times).toEqual(sorted);
      expect(hits).toHaveLength(400);
    }
  });

  it('newest first is oldest first turned round, where one shard holds the lines', async () => {
    const one = store.unique('one-shard');
    await store.must('PUT', `/${one}`, {
      settings: { number_of_shards: 1, number_of_replicas: 0 },
    });
    await write(store, one, records);
    const idsOf = async (direction: LinesQuestion['direction']) => {
      const body = linesSearch(planOf({}), { ...NEWEST, direction });
      return (await ask(store, one, body)).hits.map(({ id }) => id);
    };
    expect((await idsOf('newest')).reverse()).toEqual(await idsOf('oldest'));
  });

  it.each([
    [[]],
    [['namespace']],
    [['level', 'pod']],
    [['host']],
    [['cluster', 'status']],
    [['reason']],
  ])('count by %j as counting one by one does', async (by) => {
    for (const intervalMs of [undefined, 7_000]) {
      const question = {
        show: 'counts',
        selection: {},
        by,
        top: 20,
        ...(intervalMs === undefined ? {} : { intervalMs }),
      } as const;
      const body = countsSearch(planOf({}), question);
      const answer = await ask(store, index, body);
      const told = (one: typeof answer) =>
        readCounts(planOf({}), question, one).map(({ columns, notices }) => ({ columns, notices }));
      expect(told(answer)).toEqual(told(answerTo(body, records)));
    }
  });

  it('tell the volume by level', async () => {
    const question = { show: 'volume', selection: {}, intervalMs: 3_000 } as const;
    const plan = planOf({});
    const body = volumeSearch(plan, question);
    const tables = readVolume(plan, question, await ask(store, index, body));
    expect(plain(tables)).toEqual(plain(readVolume(plan, question, answerTo(body, records))));
    expect(tables.length).toBeGreaterThan(3);
  });

  it('list values, those that begin with a text, and those of one field for patterns', async () => {
    const plan = planOf({});
    for (const prefix of ['', 'web', 'team-a']) {
      for (const name of ['pod', 'namespace', 'host', 'level', 'cluster']) {
        const question = { show: 'values', selection: {}, name, prefix, top: 3 } as const;
        const body = valuesSearch(plan, question);
        const values = readValues(plan, question, await ask(store, index, body));
        expect([name, prefix, values]).toEqual([
          name,
          prefix,
          readValues(plan, question, answerTo(body, records)),
        ]);
      }
    }
    const body = listSearch(plan, 'namespace');
    expect(readList(await ask(store, index, body))).toEqual(readList(answerTo(body, records)));
  });

  it('draw the same sample for the same seed, another for another, out of the scope never', async () => {
    const tenants = {
      kind: 'tenants',
      tenants: [{ tenant: 't', grants: [{ cluster: 'idc1', namespace: 'team-a' }] }],
    } as const;
    const draw = async (seed: number, own = planOf({})) =>
      (await ask(store, index, sampleSearch(own, seed, 20))).hits.map(({ id }) => id);
    const first = await draw(1);
    expect(first).toHaveLength(20);
    expect(await draw(1)).toEqual(first);
    expect(await draw(2)).not.toEqual(first);
    const own = records.filter((one) => inScope(placed(one), tenants)).map(({ id }) => id);
    for (const id of await draw(3, planOf({ scope: tenants }))) expect(own).toContain(id);
  });
});
