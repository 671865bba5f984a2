import type { Scope } from '@gpuscope/aggregation/scope';
import type { Selection } from '@gpuscope/aggregation/logs';
import { DEFAULT_IDENTITY, GpuscopeError } from '@gpuscope/aggregation';
import { layoutsOf } from '@gpuscope/aggregation/logs';
import { createSelfMetrics } from '../../selfMetrics.js';
import type { AskMetrics, PodsQuestion } from '../../prometheus/pods.js';
import { NEVER, RANGE } from '../../testing/contexts.js';
import type { FakeStoreOptions } from '../../testing/fakeStore.js';
import { answerOf, capsOf, fakeStore } from '../../testing/fakeStore.js';
import { errorWith, textWith } from '../../testing/matching.js';
import { memoryLog } from '../../testing/memoryLog.js';
import type { Admitted } from '../ask.js';
import { DEFAULT_TIMING } from '../options.js';
import { makePlan } from './makePlan.js';

const TYPES = {
  '@timestamp': 'date',
  log: 'text',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.host': 'keyword',
};
const LABELLED = { ...TYPES, 'kubernetes.labels.app': 'keyword' };

interface Given extends FakeStoreOptions {
  readonly types?: Readonly<Record<string, string>>;
  readonly indices?: readonly string[];
  readonly scope?: Scope;
  readonly askMetrics?: AskMetrics;
}

const RULES = { ...DEFAULT_IDENTITY, app: [{ from: 'pod.label', key: 'app' }] } as const;
const PATTERN = {
  ...DEFAULT_IDENTITY,
  app: [{ from: 'pod.label', key: 'app', match: '^(.+)-v\\d+$' }],
} as const;

function setUp(given: Given = {}, identity: typeof RULES | typeof PATTERN = RULES) {
  const store = fakeStore(given);
  const caps = capsOf(given.types ?? LABELLED, given.indices);
  const cluster = { kind: 'only', cluster: 'idc1' } as const;
  const { layouts, problems } = layoutsOf(caps, { shape: 'auto', cluster });
  const session = {
    store,
    settings: { index: 'logs-*', cluster, identity, hosts: new Map() },
    about: (signal: AbortSignal) => store.about(signal),
    known: () => Promise.resolve({ caps, layouts, problems }),
    ...(given.askMetrics !== undefined && { metrics: given.askMetrics }),
  };
  const admitted = {
    session,
    scope: given.scope ?? { kind: 'everything' },
    timing: DEFAULT_TIMING,
    log: memoryLog(),
    metrics: createSelfMetrics('0'),
  } as unknown as Admitted;
  const plan = (selection: Selection) => makePlan(admitted, selection, RANGE, NEVER);
  return { store, plan };
}

const TENANTS: Scope = {
  kind: 'tenants',
  tenants: [
    { tenant: 'risk', grants: [{ cluster: 'idc1', namespace: 'team-a' }] },
    { tenant: 'ads', grants: [{ cluster: 'idc1', namespace: 'team-b' }] },
  ],
};

describe('a plan', () => {
  it('asks the store nothing where the records’ fields answer by themselves', async () => {
    const { store, plan } = setUp();
    const { plan: made, notices } = await plan({ apps: ['web'] });
    expect(store.searches).toEqual([]);
    expect(notices).toEqual([]);
    expect(made).toMatchObject({
      index: 'logs-*',
      range: RANGE,
      selection: { apps: ['web'] },
      timeoutMs: DEFAULT_TIMING.storeMs,
    });
    expect(JSON.stringify(made.branches.map(({ who }) => who))).toContain(
      '"field":"kubernetes.labels.app","value":"web"',
    );
  });

  it('lists raw values for a rule with a pattern, inside the scope and the chosen places', async () => {
    const values = ['web-v1', 'web-v2', 'db-v1'].map((key) => ({ key, doc_count: 1 }));
    const list = { buckets: values, sum_other_doc_count: 0, doc_count_error_upper_bound: 0 };
    const given = { scope: TENANTS, search: () => answerOf({ aggregations: { list } }) };
    const { store, plan } = setUp(given, PATTERN);
    const { plan: made } = await plan({ apps: ['web'], namespaces: ['team-a'], words: '' });
    const [search] = store.searches;
    const body = JSON.stringify(search?.body);
    expect(body).toContain('"field":"kubernetes.labels.app"');
    expect(body).toContain('team-a');
    expect(body).toContain('team-b');
    const who = JSON.stringify(made.branches.map((branch) => branch.who));
    expect(who).toContain('web-v1');
    expect(who).toContain('web-v2');
    expect(who).not.toContain('db-v1');
    expect(who).not.toContain('matches');
  });

  it('does not guess where a field holds too many values', async () => {
    const list = { buckets: [], sum_other_doc_count: 7, doc_count_error_upper_bound: 0 };
    const { plan } = setUp({ search: () => answerOf({ aggregations: { list } }) }, PATTERN);
    await expect(plan({ apps: ['web'] })).rejects.toEqual(errorWith('LIMIT_EXCEEDED', 'more than'));
  });

  it('counts the records that words would be looked for in, without the words', async () => {
    const { store, plan } = setUp({ search: () => answerOf({ total: 12_345 }) });
    const { plan: made } = await plan({ words: 'error', namespaces: ['team-a'] });
    expect(made.documents).toBe(12_345);
    expect(made.selection.words).toBe('error');
    const body = JSON.stringify(store.searches[0]?.body);
    expect(store.searches[0]?.body).toMatchObject({ size: 0, track_total_hits: true });
    expect(body).toContain('team-a');
    expect(body).not.toContain('error');
  });

  it('narrows a scope by the chosen tenants, and never widens it', async () => {
    const { plan } = setUp({ scope: TENANTS });
    const one = (await plan({ tenants: ['ads', 'others'] })).plan;
    expect(one.scope).toEqual({
      kind: 'tenants',
      tenants: [TENANTS.kind === 'tenants' && TENANTS.tenants[1]],
    });
    expect(one.selection).toEqual({});
    expect((await plan({ tenants: ['others'] })).plan.scope).toEqual({
      kind: 'tenants',
      tenants: [],
    });
    expect((await plan({})).plan.scope).toEqual(TENANTS);
  });

  it('says which indices are left out', async () => {
    const store = setUp({ types: { message: 'text' }, indices: ['odd-1'] });
    await expect(store.plan({})).rejects.toEqual(errorWith('SHAPE_UNKNOWN', 'odd-1'));
  });
});

describe('a plan for records that do not tell names', () => {
  const asked: PodsQuestion[] = [];
  const pods = [
    { cluster: '', namespace: 'team-a', pod: 'web-0' },
    { cluster: '', namespace: 'team-a', pod: 'web-1' },
  ];
  const askMetrics = (isCut = false): AskMetrics => ({
    pods: (question) => {
      asked.push(question);
      return Promise.resolve({ pods, isCut });
    },
    namedPods: () => Promise.reject(new Error('not asked')),
  });
  beforeEach(() => asked.splice(0));

  it('takes the pods from the metrics, asked for the scope’s namespaces only', async () => {
    const { plan } = setUp({ types: TYPES, scope: TENANTS, askMetrics: askMetrics() });
    const { plan: made, notices } = await plan({ apps: ['web'] });
    expect(asked).toEqual([{ apps: ['web'], namespaces: ['team-a', 'team-b'] }]);
    const who = JSON.stringify(made.branches.map((branch) => branch.who));
    for (const text of ['team-a', 'web-0', 'web-1']) expect(who).toContain(text);
    expect(notices).toEqual([]);
  });

  it('asks once for each name, and for chosen namespaces only', async () => {
    const { plan } = setUp({ types: TYPES, askMetrics: askMetrics(), indices: ['a-1', 'a-2'] });
    await plan({ apps: ['web', 'db'], namespaces: ['team-a'] });
    expect(asked).toEqual([
      { apps: ['web'], namespaces: ['team-a'] },
      { apps: ['db'], namespaces: ['team-a'] },
    ]);
  });

  it('says that there were too many pods', async () => {
    const { plan } = setUp({ types: TYPES, askMetrics: askMetrics(true) });
    const { notices } = await plan({ apps: ['web'] });
    expect(notices.map(({ text }) => text)).toEqual([textWith('more than 10000 pods')]);
  });

  it('says why the metrics did not answer, or what else would help where there are none', async () => {
    const error = new GpuscopeError('SOURCE_UNREACHABLE', 'Prometheus does not answer');
    const broken = { ...askMetrics(), pods: () => Promise.reject(error) };
    await expect(setUp({ types: TYPES, askMetrics: broken }).plan({ apps: ['web'] })).rejects.toBe(
      error,
    );
    await expect(setUp({ types: TYPES }).plan({ apps: ['web'] })).rejects.toEqual(
      errorWith('FIELD_NOT_EXACT', 'choose namespaces and pods instead'),
    );
  });
});
