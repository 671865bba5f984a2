import type { AboutAnswer, ErrorJson, LinesPage, ValuesAnswer } from '@gpuscope/datasource/shared';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';
import { startBackend, type Backend, type Who } from './support/backend.js';
import { startFakeGrafana, type FakeGrafana } from './support/fakeGrafana.js';
import { writeRecords, type Written } from './support/records.js';
import { siteConfig } from './support/site.js';
import { linesOf, noticesOf, sums, valuesOf } from './support/tables.js';

const AT = Date.UTC(2026, 9, 1, 8);
const DAY = 86_400_000;
const RANGE = { fromMs: AT - 2 * DAY, toMs: AT + 1000 };

/** One namespace of the same name in two clusters, and one that was another tenant's before. */
const RECORDS: readonly Written[] = [
  { ms: AT, line: 'risk 1', cluster: 'idc1', namespace: 'team-a', app: 'scorer' },
  { ms: AT + 1, line: 'risk 2', cluster: 'idc1', namespace: 'team-a', app: 'batch' },
  { ms: AT + 2, line: 'ads 1', cluster: 'idc2', namespace: 'team-a', app: 'bidder' },
  { ms: AT - DAY, line: 'before ads', cluster: 'idc2', namespace: 'reused', app: 'old' },
  { ms: AT + 3, line: 'ads 2', cluster: 'idc2', namespace: 'reused', app: 'bidder' },
  { ms: AT + 4, line: 'nobody’s', cluster: 'idc1', namespace: 'kube-system', app: 'dns' },
  { ms: AT + 5, line: 'of no cluster', namespace: 'team-a', app: 'lost' },
];

const TENANTS = JSON.stringify({
  version: 1,
  tenants: {
    risk: {
      members: ['ldap/li.wei', 'ldap/zhao'],
      grants: [{ cluster: 'idc1', namespace: 'team-a' }],
    },
    ads: {
      members: ['ldap/chen', 'ldap/zhao'],
      grants: [
        { cluster: 'idc2', namespace: 'team-a' },
        { cluster: 'idc2', namespace: 'reused', from: '2026-10-01' },
      ],
    },
    empty: { members: ['ldap/new'], grants: [] },
  },
});

const RISK = ['risk 2', 'risk 1'];
const ADS = ['ads 2', 'ads 1'];

describe.each(defaultStoreKinds)('tenants on %s', (kind) => {
  let store: SharedStore;
  let grafana: FakeGrafana;
  let backend: Backend;
  let riskUser: Who;
  let adsUser: Who;
  let both: Who;
  let operator: Who;

  beforeAll(async () => {
    store = await sharedStore(kind);
    grafana = await startFakeGrafana();
    const index = store.unique('tenants');
    await writeRecords(store, index, RECORDS, 2);
    backend = await startBackend({
      config: siteConfig({
        store,
        index,
        tenancy: { policy: { file: 'FOLDER/tenants.yaml' }, operators: ['ldap/sre'] },
        logs: { cluster: { field: 'cluster' } },
      }),
      files: { 'tenants.yaml': TENANTS },
      grafanaUrl: grafana.url,
    });
    riskUser = grafana.user('li.wei');
    adsUser = grafana.user('chen');
    both = grafana.user('zhao');
    operator = grafana.user('sre');
  }, 300_000);
  afterAll(async () => {
    await backend.stop();
    await grafana.stop();
  });

  const seen = async (who: Who, question = {}): Promise<readonly unknown[]> =>
    (await backend.tables(question, RANGE, who)).flatMap(linesOf);

  it('see their own lines and nobody else’s', async () => {
    expect(await seen(riskUser)).toEqual(RISK);
    expect(await seen(adsUser)).toEqual(ADS);
    expect(await seen(both)).toEqual(['ads 2', 'ads 1', 'risk 2', 'risk 1']);
    expect(await seen(operator)).toHaveLength(RECORDS.length);
  });

  it.each([
    ['a namespace', { namespaces: ['kube-system'] }],
    ['another tenant', { tenants: ['ads'] }],
    ['another cluster', { clusters: ['idc2'] }],
    ['an app of others', { apps: ['bidder'] }],
    ['words of others', { words: 'ads' }],
    ['Lucene', { lucene: 'kubernetes.namespace_name:"kube-system" OR "ads"' }],
    ['a filter', { filters: [{ name: 'cluster', op: '=', values: ['idc2'] }] }],
  ] as const)('find nothing of others by %s', async (_, selection) => {
    expect(await seen(riskUser, { selection })).toEqual([]);
  });

  it('see no more by what must not stand there', async () => {
    const filters = [{ name: 'namespace', op: '!=', values: ['team-a'] }] as const;
    expect(await seen(riskUser, { selection: { filters } })).toEqual([]);
    expect(await seen(riskUser, { selection: { words: '-risk' } })).toEqual([]);
    expect(await seen(riskUser, { selection: { lucene: 'NOT risk' } })).toEqual([]);
  });

  it('narrow their tenants by choosing some', async () => {
    expect(await seen(both, { selection: { tenants: ['ads'] } })).toEqual(ADS);
    expect(await seen(both, { selection: { tenants: ['ads', 'risk'] } })).toHaveLength(4);
  });

  it('count their own only', async () => {
    const counts = await backend.tables(
      { show: 'counts', by: ['namespace'], instant: true },
      RANGE,
      adsUser,
    );
    expect(sums(counts)).toEqual({ 'namespace=team-a': 1, 'namespace=reused': 1 });
    const volume = await backend.tables({ show: 'volume', intervalMs: DAY }, RANGE, riskUser);
    expect(Object.values(sums(volume)).reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it('are told only their own values and fields', async () => {
    const values = async (who: Who, name: string): Promise<readonly string[]> => {
      const { json } = await backend.call<ValuesAnswer>('values', { name, range: RANGE }, who);
      return json.values.map(({ text }) => text).sort();
    };
    expect(await values(riskUser, 'app')).toEqual(['batch', 'scorer']);
    expect(await values(adsUser, 'cluster')).toEqual(['idc2']);
    expect(await values(both, 'tenant')).toEqual(['ads', 'risk']);
    expect(await values(operator, 'namespace')).toEqual(['kube-system', 'reused', 'team-a']);
  });

  it('get no record and no neighbours of others by an id', async () => {
    const [table] = await backend.tables({ selection: { words: 'ads' } }, RANGE, adsUser);
    const id = String(table === undefined ? '' : valuesOf(table, 'id')[0]);
    const own = await backend.call('record', { id }, adsUser);
    const other = await backend.call<ErrorJson>('record', { id }, riskUser);
    const absent = await backend.call<ErrorJson>('record', { id: `${id}x` }, riskUser);
    expect(own.status).toBe(200);
    expect(other).toEqual(absent);
    expect(other.json.code).toBe('QUERY_INVALID');
    const context = { show: 'context', context: { id, direction: 'before' } } as const;
    expect((await backend.result(context, RANGE, riskUser)).error?.message).toMatch(/no such line/);
  });

  it('read page by page what is theirs', async () => {
    const { json } = await backend.call<LinesPage>('lines', { range: RANGE, size: 100 }, adsUser);
    expect(json.lines.map(({ line }) => line)).toEqual(ADS);
    expect(json.total).toBe(2);
  });

  it('learn of the source what concerns them', async () => {
    const { json } = await backend.call<AboutAnswer>('about', undefined, both);
    expect(json).toMatchObject({ seesEverything: false, tenants: ['risk', 'ads'] });
    const all = await backend.call<AboutAnswer>('about', undefined, operator);
    expect(all.json).toMatchObject({ seesEverything: true, tenants: [] });
  });

  it('are refused where nobody vouches for them', async () => {
    const nobody: readonly Who[] = [
      { login: 'li.wei' },
      { login: '' },
      grafana.forged('li.wei'),
      { ...grafana.user('chen'), login: 'li.wei' },
      grafana.user('stranger'),
      { login: 'grafana_scheduler' },
    ];
    for (const who of nobody) {
      const { error, tables } = await backend.result({}, RANGE, who);
      expect(tables).toBeUndefined();
      expect(error).toMatchObject({ status: 403 });
      expect((await backend.call('about', undefined, who)).status).toBe(403);
    }
  });

  it('see nothing, without an error, where nothing was granted', async () => {
    expect(await seen(grafana.user('new'))).toEqual([]);
  });

  it('never see what a store answers beyond the question, and we hear of it', async () => {
    expect(backend.log.join('\n')).not.toContain('not asked for');
    expect(noticesOf(await backend.tables({}, RANGE, riskUser))).toEqual([]);
    const metrics = await backend.plugin.collectMetrics();
    expect(metrics).toContain('gpuscope_logs_hits_dropped_total 0');
  });

  it('are written down with what they asked', () => {
    const outcomes = backend.asked.filter(({ outcome }) => outcome === 'ACCESS_DENIED');
    expect(outcomes.length).toBeGreaterThan(0);
    const own = backend.asked.find(
      ({ caller }) => caller?.kind === 'user' && caller.username === 'li.wei',
    );
    expect(own).toMatchObject({ kind: 'lines', scope: { kind: 'tenants' }, outcome: 'ok' });
  });
});
