import type { Answer, SearchBody, SearchPlan } from '@gpuscope/aggregation/logs';
import {
  contextSearch,
  countsSearch,
  fieldsSearch,
  linesSearch,
  listSearch,
  readCounts,
  readList,
  readValues,
  recordSearch,
  sampleSearch,
  valuesSearch,
  volumeSearch,
} from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import { sketchPlan } from '../../../../aggregation/src/logs/search/testing/plans.js';
import { stored } from '../../../../aggregation/src/logs/search/testing/stored.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { recordOf } from '../anchors.js';
import { ask, createIndex, write } from '../stored.js';

const at = (ms: number) => ({ '@timestamp': ms });
const OWN = { cluster: 'idc1', namespace: 'team-a', pod: 'own-0', container: 'main' };

/** What a tenant may see, and what stands right beside it. */
const own = [
  stored({ ...OWN, ...at(5_000), reason: 'own' }),
  stored({ ...OWN, ...at(6_000), reason: 'own' }),
  stored({ cluster: 'idc1', machine: 'vm-1', unit: 'ssh', ...at(5_000), reason: 'own' }),
];
const others = [
  stored({ ...OWN, namespace: 'team-b', pod: 'secret-0', ...at(5_000), reason: 'secret' }),
  stored({ ...OWN, cluster: 'idc2', pod: 'secret-1', ...at(5_000), reason: 'secret' }),
  stored({ ...OWN, pod: 'secret-2', ...at(1_000), reason: 'secret' }),
  stored({ namespace: 'team-a', pod: 'secret-3', ...at(5_000), reason: 'secret' }),
  stored({ cluster: 'idc1', machine: 'vm-1', pod: 'secret-4', ...at(5_000), reason: 'secret' }),
];
const scope: Scope = {
  kind: 'tenants',
  tenants: [
    {
      tenant: 'synthetic-tenant',
      grants: [
        { cluster: 'idc1', namespace: 'team-a', fromMs: 2_000 },
        { cluster: 'idc1', host: 'vm-1' },
      ],
    },
  ],
};

/** What somebody might ask to see more than their own. */
const ASKED: readonly (readonly [string, SearchPlan['selection']])[] = [
  ['nothing', {}],
  ['everything but', { filters: [{ name: 'reason', op: '!=', values: ['nothing'] }] }],
  ['what is missing', { filters: [{ name: 'level', op: 'missing', values: [] }] }],
  ['Lucene that negates', { lucene: 'NOT reason:own OR reason:*' }],
  ['Lucene that names others', { lucene: 'namespace:"team-b" OR pod:secret* OR reason:own' }],
  ['levels nobody knows', { levels: ['unknown'] }],
];

export function describeScope(kind: StoreKind): void {
  let store: SharedStore;
  let plan: SearchPlan;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const index = store.unique('scope');
    await createIndex(store, index);
    await write(store, index, [...own, ...others]);
    const range = { fromMs: 0, toMs: 9_000 };
    plan = sketchPlan({ index, dialect: storeDialect(kind), range, scope });
  }, 300_000);

  const send = (body: SearchBody): Promise<Answer> => ask(store, plan.index, body);
  const wide = (more: SearchPlan['selection']) => ({ ...plan, selection: more });

  it.each(ASKED)('who asks for %s sees no lines but their own', async (_what, selection) => {
    const question = { show: 'lines', selection, direction: 'newest', limit: 100 } as const;
    const { hits } = await send(linesSearch(wide(selection), question));
    const ids = own.map(({ id }) => id);
    expect(hits.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect(hits.length).toBeGreaterThan(0);
  });

  it('counts, lists and draws their own only', async () => {
    const counts = { show: 'counts', selection: {}, by: ['reason'], top: 9 } as const;
    const tables = readCounts(plan, counts, await send(countsSearch(plan, counts)));
    expect(tables.map(({ columns: [column] }) => column?.values)).toEqual([[3]]);
    const values = { show: 'values', selection: {}, name: 'pod', top: 9 } as const;
    const pods = readValues(plan, values, await send(valuesSearch(plan, values)));
    expect(pods.values.map(({ text }) => text)).toEqual(['own-0']);
    expect(readList(await send(listSearch(plan, 'reason'))).values).toEqual(['own']);
    const volume = { show: 'volume', selection: {}, intervalMs: 9_000 } as const;
    const { aggregations } = await send(volumeSearch(plan, volume));
    expect(aggregations).toMatchObject({ s0: { doc_count: 3 } });
    for (const body of [sampleSearch(plan, 5), fieldsSearch(plan)]) {
      const { hits } = await send(body);
      expect(hits.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
    }
  });

  it('finds no record of others by its id, and nothing around it', async () => {
    for (const one of others) {
      const record = recordOf(one, plan.index);
      expect((await send(recordSearch(plan, record.id))).hits).toEqual([]);
      const anchor = {
        hit: { index: plan.index, id: one.id, source: {}, sort: [5_000, 0] },
        record,
      };
      for (const direction of ['before', 'after'] as const) {
        const question = { show: 'context', id: record.id, direction, limit: 9 } as const;
        const { hits } = await send(contextSearch(plan, anchor, question));
        const secrets = others.map(({ id }) => id);
        expect(hits.filter(({ id }) => secrets.includes(id))).toEqual([]);
      }
    }
    const [mine] = own;
    if (mine === undefined) throw new Error('a record');
    const found = await send(recordSearch(plan, `${plan.index}/${mine.id}`));
    expect(found.hits.map(({ id }) => id)).toEqual([mine.id]);
  });
}
