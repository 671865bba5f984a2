import type { Layout, SearchPlan } from '@gpuscope/aggregation/logs';
import {
  countsSearch,
  linesSearch,
  readCounts,
  readValues,
  valuesSearch,
} from '@gpuscope/aggregation/logs';
import { sketchLayout, sketchPlan } from '../../../../aggregation/src/logs/search/testing/plans.js';
import { stored } from '../../../../aggregation/src/logs/search/testing/stored.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { ask, createIndex, mapType, write } from '../stored.js';

const LABELS = [
  { app: 'web', 'app.kubernetes.io/name': 'Shop' },
  { app: 'web' },
  { app: 'db', 'app.kubernetes.io/name': 'shop-db' },
  { other: 'x' },
];
const records = LABELS.map((labels) => ({
  ...stored({ pod: 'p', '@timestamp': 1_000 }),
  labels,
}));

/** Writes the records with all their labels in one field. */
async function written(store: SharedStore): Promise<SearchPlan> {
  const type = mapType(store) ?? '';
  const index = store.unique('maps');
  await createIndex(store, index, { labels: { type } });
  await write(
    store,
    index,
    records.map(({ labels, ...one }) => ({ ...one, fields: { ...one.fields, labels } as never })),
  );
  const layout: Layout = {
    ...sketchLayout(),
    podLabel: (key) => ({ path: `labels.${key}`, exact: `labels.${key}`, type }),
  };
  const range = { fromMs: 0, toMs: 9_000 };
  return sketchPlan({ index, dialect: storeDialect(store.kind), range }, layout);
}

/** Labels that a store keeps as one field, and yet finds by key. */
export function describeMaps(kind: StoreKind): void {
  let store: SharedStore;
  let plan: SearchPlan;

  beforeAll(async () => {
    store = await sharedStore(kind);
    plan = await written(store);
  }, 300_000);

  const found = async (
    name: string,
    op: '=' | '!=' | 'exists' | 'missing',
    ...values: string[]
  ) => {
    const own = { ...plan, selection: { filters: [{ name, op, values }] } };
    const question = { show: 'lines', selection: {}, direction: 'oldest', limit: 10 } as const;
    const { hits } = await ask(store, plan.index, linesSearch(own, question));
    return records.flatMap(({ id }, at) => (hits.some((hit) => hit.id === id) ? [at] : []));
  };

  it('are found by key and value, and by their absence', async () => {
    expect(await found('label.app', '=', 'web')).toEqual([0, 1]);
    expect(await found('label.app', '!=', 'web')).toEqual([2, 3]);
    expect(await found('label.app.kubernetes.io/name', '=', 'Shop')).toEqual([0]);
    expect(await found('label.app.kubernetes.io/name', 'missing')).toEqual([1, 3]);
    expect(await found('label.app', 'exists')).toEqual([0, 1, 2]);
    expect(await found('label.app', '=', 'db', '')).toEqual([2, 3]);
  });

  it('are counted, and listed by how they begin, or refused where the store can not list them', async () => {
    const counts = { show: 'counts', selection: {}, by: ['label.app'], top: 5 } as const;
    const name = 'label.app.kubernetes.io/name';
    const values = { show: 'values', selection: {}, name, prefix: 'shop', top: 5 } as const;
    if (mapType(store) === 'flat_object') {
      expect(() => countsSearch(plan, counts)).toThrow(/"label\.app".*flat_object.*keyword/);
      expect(() => valuesSearch(plan, values)).toThrow(/flat_object/);
      return;
    }
    const answer = await ask(store, plan.index, countsSearch(plan, counts));
    const sums = readCounts(plan, counts, answer).map(({ columns: [column] }) => [
      column?.type === 'number' ? column.labels?.['label.app'] : undefined,
      column?.values[0],
    ]);
    expect(sums).toEqual([
      ['web', 2],
      ['', 1],
      ['db', 1],
    ]);
    const listed = await ask(store, plan.index, valuesSearch(plan, values));
    const texts = readValues(plan, values, listed).values.map(({ text }) => text);
    expect(texts).toEqual(['Shop', 'shop-db']);
  });
}
