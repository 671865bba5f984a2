import type { HostRegistry, IdentityRules } from '@gpuscope/aggregation';
import type { SearchPlan } from '@gpuscope/aggregation/logs';
import {
  countedPatternFields,
  countsSearch,
  fillIn,
  linesSearch,
  listSearch,
  patternFields,
  readCounts,
  readList,
  whoOf,
} from '@gpuscope/aggregation/logs';
import { sketchLayout, sketchPlan } from '../../../../aggregation/src/logs/search/testing/plans.js';
import { stored } from '../../../../aggregation/src/logs/search/testing/stored.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../../servers/index.js';
import { ask, createIndex, write } from '../stored.js';

const layout = sketchLayout({ identity: { podOwner: undefined } });
const rules: IdentityRules = {
  tenant: [{ from: 'namespace.name', match: '^(team-[a-z])' }, { from: 'host' }],
  app: [
    { from: 'pod.label', key: 'ray', match: '^(.+?)(?:-raycluster-[a-z0-9]{5})?$' },
    { from: 'pod.label', key: 'app' },
    { from: 'pod.owner' },
    { from: 'host' },
  ],
  user: [{ from: 'pod.annotation', key: 'by' }],
};
const hosts: HostRegistry = new Map([
  ['vm-*', { tenant: 'team-v', app: 'batch', user: '' }],
  ['vm-9', { tenant: 'team-v', app: 'db', user: '' }],
]);

/** Records, and the app that each is of. */
const CASES = [
  ['train', { pod: 'x-1', namespace: 'team-a', 'labels.ray': 'train-raycluster-ab1c2' }],
  ['train', { pod: 'x-2', namespace: 'team-a', 'labels.ray': 'train', 'labels.app': 'web' }],
  ['web', { pod: 'x-3', namespace: 'team-ab', 'labels.app': 'web' }],
  ['web', { pod: 'web-7d4b9c6f8-x2x9z', namespace: 'team-b' }],
  ['', { pod: 'bare', namespace: 'team-b', 'annotations.by': 'ann' }],
  ['batch', { machine: 'vm-1' }],
  ['db', { machine: 'vm-9' }],
  ['', { machine: 'somewhere' }],
  ['', { pod: 'bare', machine: 'vm-1', namespace: 'other' }],
] as const;
const records = CASES.map(([, fields]) => stored({ ...fields, '@timestamp': 1_000 }));

export function describeIdentity(kind: StoreKind): void {
  let store: SharedStore;
  let plan: SearchPlan;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const index = store.unique('identity');
    const keyword = { type: 'keyword' };
    await createIndex(store, index, {
      'labels.ray': keyword,
      'labels.app': keyword,
      'annotations.by': keyword,
    });
    await write(store, index, records);
    const range = { fromMs: 0, toMs: 9_000 };
    const dialect = storeDialect(kind);
    plan = sketchPlan({ index, dialect, range, identity: { rules, hosts } }, layout);
  }, 300_000);

  async function listed(fields: readonly string[]) {
    const lists = await Promise.all(
      fields.map(async (field) => {
        const { values } = readList(await ask(store, plan.index, listSearch(plan, field)));
        return [field, values] as const;
      }),
    );
    return new Map(lists);
  }

  async function found(selection: SearchPlan['selection']): Promise<readonly number[]> {
    const who = whoOf(layout, { rules, hosts, selection });
    const filled = fillIn(who, await listed(patternFields(who)));
    const own = { ...plan, selection, branches: [{ layout, who: filled }] };
    const question = { show: 'lines', selection, direction: 'newest', limit: 99 } as const;
    const { hits } = await ask(store, plan.index, linesSearch(own, question));
    return records.flatMap(({ id }, at) => (hits.some((hit) => hit.id === id) ? [at] : []));
  }

  it("are found by labels, by parts of labels, by pods' names and by machines", async () => {
    for (const app of ['train', 'web', 'batch', 'db', '', 'nobody']) {
      const wanted = CASES.flatMap(([name], at) => (name === app ? [at] : []));
      expect([app, await found({ apps: [app] })]).toEqual([app, wanted]);
    }
    expect(await found({ tenants: ['team-a'] })).toEqual([0, 1, 2]);
    expect(await found({ tenants: ['team-v'] })).toEqual([5, 6]);
    expect(await found({ users: ['ann'] })).toEqual([4]);
    expect(await found({ apps: ['web', 'train'], tenants: ['team-b'] })).toEqual([3]);
    expect(await found({ filters: [{ name: 'app', op: '!=', values: ['web', ''] }] })).toEqual([
      0, 1, 5, 6,
    ]);
  });

  it('are counted as they are found', async () => {
    const fields = countedPatternFields(plan, ['app']);
    const own = { ...plan, identity: { rules, hosts, listed: await listed(fields) } };
    const question = { show: 'counts', selection: {}, by: ['app'], top: 9 } as const;
    const answer = await ask(store, plan.index, countsSearch(own, question));
    const counts = readCounts(own, question, answer).map(({ columns: [column] }) => [
      column?.type === 'number' ? column.labels?.app : undefined,
      column?.values[0],
    ]);
    expect(Object.fromEntries(counts)).toEqual({ train: 2, web: 2, '': 3, batch: 1, db: 1 });
  });
}
