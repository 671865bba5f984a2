import type { Layout } from '@gpuscope/aggregation/logs';
import { contextSearch, recordSearch } from '@gpuscope/aggregation/logs';
import {
  exact,
  sketchLayout,
  sketchPlan,
} from '../../../../aggregation/src/logs/search/testing/plans.js';
import { stored, type Stored } from '../../../../aggregation/src/logs/search/testing/stored.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { recordOf } from '../anchors.js';
import { ask, createIndex, write } from '../stored.js';

const POD = { cluster: 'idc1', namespace: 'team-a', pod: 'web-0', container: 'main' };

/** Lines of one pod, five to a millisecond; others of a neighbour. */
const lines: readonly Stored[] = Array.from({ length: 60 }, (_, at) =>
  stored({ ...POD, '@timestamp': 1_000 + Math.floor(at / 5), offset: at, log: `line ${at}` }),
);
const others = lines.map(({ fields }) => stored({ ...fields, pod: 'web-1' }));

export function describeContext(kind: StoreKind): void {
  let store: SharedStore;
  let index: string;

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('context');
    await createIndex(store, index);
    await write(store, index, [...lines, ...others]);
  }, 300_000);

  async function around(one: Stored, layout: Layout) {
    const plan = sketchPlan(
      { index, dialect: storeDialect(kind), range: { fromMs: 0, toMs: 9_000 } },
      layout,
    );
    const record = recordOf(one, index);
    const [hit] = (await ask(store, index, recordSearch(plan, record.id))).hits;
    if (hit === undefined) throw new Error(`${record.id} was not found`);
    const side = async (direction: 'before' | 'after') => {
      const question = { show: 'context', id: record.id, direction, limit: 100 } as const;
      const body = contextSearch(plan, { hit, record }, question);
      return (await ask(store, index, body)).hits.map(({ id }) => id);
    };
    return { before: await side('before'), after: await side('after') };
  }

  it('has every other line of the pod once, in order, where lines have offsets', async () => {
    const layout = sketchLayout({ roles: { offset: exact('offset', 'long') } });
    for (const at of [0, 22, 59]) {
      const one = lines[at];
      if (one === undefined) throw new Error('a line');
      const { before, after } = await around(one, layout);
      const ids = lines.map(({ id }) => id);
      expect(before).toEqual(ids.slice(0, at).reverse());
      expect(after).toEqual(ids.slice(at + 1));
    }
  });

  it('has every other line of the pod once where they have none', async () => {
    for (const one of lines.slice(20, 25)) {
      const { before, after } = await around(one, sketchLayout());
      const wanted = lines.filter((line) => line !== one).map(({ id }) => id);
      expect([...before, ...after].sort()).toEqual(wanted.sort());
    }
  });
}
