import type { LinesQuestion, SearchPlan } from '@gpuscope/aggregation/logs';
import { linesSearch, volumeSearch, readVolume } from '@gpuscope/aggregation/logs';
import {
  exact,
  sketchLayout,
  sketchPlan,
} from '../../../../aggregation/src/logs/search/testing/plans.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { ask, createIndex } from '../stored.js';

const at = (nanos: number) => `2026-11-21T08:00:00.123${String(nanos).padStart(6, '0')}Z`;
/** In an order of writing that is not the order of time. */
const NANOS = [5, 1, 9, 3, 7];

export function describeNanos(kind: StoreKind): void {
  let store: SharedStore;
  let plan: SearchPlan;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const [fine, coarse] = [store.unique('nanos-fine'), store.unique('nanos-coarse')];
    await createIndex(store, fine, { '@timestamp': { type: 'date_nanos' } });
    await createIndex(store, coarse);
    const rows = [
      ...NANOS.flatMap((nanos) => [
        { index: { _index: fine, _id: String(nanos) } },
        { '@timestamp': at(nanos) },
      ]),
      ...['before', 'after'].flatMap((id) => [
        { index: { _index: coarse, _id: id } },
        { '@timestamp': `2026-11-21T08:00:00.${id === 'before' ? 122 : 124}Z` },
      ]),
    ];
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    await store.must('POST', '/_bulk?refresh=true', lines);
    const range = {
      fromMs: Date.parse('2026-11-21T07:00:00Z'),
      toMs: Date.parse('2026-11-21T09:00:00Z'),
    };
    plan = sketchPlan(
      { index: `${fine},${coarse}`, dialect: storeDialect(kind), range },
      sketchLayout({ indices: [fine], roles: { time: exact('@timestamp', 'date_nanos') } }),
      sketchLayout({ indices: [coarse] }),
    );
  }, 300_000);

  it('order lines inside one millisecond, beside an index in milliseconds', async () => {
    const question: LinesQuestion = {
      show: 'lines',
      selection: {},
      direction: 'oldest',
      limit: 10,
    };
    const { hits } = await ask(store, plan.index, linesSearch(plan, question));
    expect(hits.map(({ id }) => id)).toEqual(['before', '1', '3', '5', '7', '9', 'after']);
    const newest = await ask(
      store,
      plan.index,
      linesSearch(plan, { ...question, direction: 'newest' }),
    );
    expect(newest.hits.map(({ id }) => id)).toEqual(['after', '9', '7', '5', '3', '1', 'before']);
  });

  it('are counted in the same steps', async () => {
    const question = { show: 'volume', selection: {}, intervalMs: 3_600_000 } as const;
    const [table] = readVolume(
      plan,
      question,
      await ask(store, plan.index, volumeSearch(plan, question)),
    );
    expect(table?.columns[1]?.values).toEqual([0, 7]);
  });
}
