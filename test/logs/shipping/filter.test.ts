import { DEFAULT_IDENTITY, resolve, type IdentityRules, type PodInfo } from '@gpuscope/aggregation';
import { filterLua, type LuaValue } from '@gpuscope/provisioning';
import fc from 'fast-check';
import { runFilter } from './runFilter.js';

interface Pod {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly namespaceAnnotations: Readonly<Record<string, string>>;
}

const podInfo = ({ labels, annotations, owner }: Pod): PodInfo => ({
  namespace: 'synthetic-team',
  name: 'synthetic-pod',
  uid: 'synthetic-uid',
  node: 'synthetic-node',
  phase: 'Running',
  labels: new Map(Object.entries(labels)),
  annotations: new Map(Object.entries(annotations)),
  ...(owner === undefined ? {} : { owner }),
});

const named = (rules: IdentityRules, pod: Pod): { app: string; user: string } =>
  resolve(rules, {
    kind: 'pod',
    pod: podInfo(pod),
    namespace: {
      name: 'synthetic-team',
      labels: new Map(),
      annotations: new Map(Object.entries(pod.namespaceAnnotations)),
    },
  });

/** As Fluent Bit's kubernetes filter writes it with all that the README asks for. */
const record = ({ labels, annotations, owner, namespaceAnnotations }: Pod): LuaValue => ({
  log: 'step 1\n',
  kubernetes: {
    pod_name: 'synthetic-pod',
    namespace_name: 'synthetic-team',
    pod_id: 'synthetic-uid',
    labels,
    annotations,
    ownerReferences: owner === undefined ? [] : [{ ...owner, controller: true }],
  },
  kubernetes_namespace: { name: 'synthetic-team', labels: {}, annotations: namespaceAnnotations },
});

const NOTHING: Pod = { labels: {}, annotations: {}, namespaceAnnotations: {} };

const value = fc.oneof(
  fc.constantFrom(
    'bert',
    '训练',
    '',
    ' blank ',
    'raytrain-raycluster-ab12c',
    'x-raycluster-ab12c-raycluster-zz999',
    'a\u202eb',
    'name~0123456789abcdef',
    'name~0123456789abcdeg',
    'long'.repeat(70),
    '\u3000wide',
    '😀'.repeat(64),
    '😀'.repeat(65),
    "quote'\\",
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

const some = (keys: readonly string[]): fc.Arbitrary<Record<string, string>> =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });

const keysOf = (from: string): readonly string[] => [
  'unrelated',
  ...[...DEFAULT_IDENTITY.app, ...DEFAULT_IDENTITY.user].flatMap((rule) =>
    rule.from === from && rule.key !== undefined ? [rule.key] : [],
  ),
];

const pods: fc.Arbitrary<Pod> = fc
  .record({
    labels: some([...keysOf('pod.label'), 'pod-template-hash']),
    annotations: some(keysOf('pod.annotation')),
    namespaceAnnotations: some(keysOf('namespace.annotation')),
    owner: fc.option(
      fc.record({
        kind: fc.constantFrom('ReplicaSet', 'Job', 'Node', 'StatefulSet', 'RayCluster'),
        name: fc.constantFrom('bert-7d4b9c6f5', 'report-29384756', 'report-123', 'x', '-29384756'),
      }),
      { nil: undefined },
    ),
  })
  .map(({ owner, ...pod }) => (owner === undefined ? pod : { ...pod, owner }));

describe("Fluent Bit's filter", () => {
  it('names app and user as the exporter does, or says nothing', async () => {
    const sample = fc.sample(pods, { numRuns: 1500, seed: 7 });
    const written = await runFilter(filterLua(DEFAULT_IDENTITY), sample.map(record));
    expect(written).toHaveLength(sample.length);
    const wrong = sample.flatMap((pod, at) => {
      const { app, user } = named(DEFAULT_IDENTITY, pod);
      const said = written[at];
      const differs =
        (said?.app !== undefined && said.app !== app) ||
        (said?.user !== undefined && said.user !== user);
      return differs ? [{ pod, said, app, user }] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('names most pods: it keeps silent only where a name is altered', async () => {
    const sample = fc.sample(pods, { numRuns: 500, seed: 8 });
    const written = await runFilter(filterLua(DEFAULT_IDENTITY), sample.map(record));
    const silent = sample.flatMap((pod, at) => {
      const { app, user } = named(DEFAULT_IDENTITY, pod);
      const missing = [
        ...(app !== '' && written[at]?.app === undefined ? [app] : []),
        ...(user !== '' && written[at]?.user === undefined ? [user] : []),
      ];
      return missing;
    });
    expect(silent.filter((name) => !/~[0-9a-f]{16}$/.test(name))).toEqual([]);
  });

  it('runs the patterns of a site as JavaScript does', async () => {
    const patterns = [
      '^(?:app|job)-([a-z]+?)(?:-v\\d+)?$',
      '([^-]+)-?$',
      '^(.{2,4})',
      '(\\w+)\\s',
      '^x*(y?)z',
      '(é|日本)',
      '^[^a-c]{1,3}([\\d\\-]*)',
    ];
    const texts = fc.sample(
      fc.oneof(
        fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'y', 'z', '-', '1', 'é', ' ', '日本') }),
        fc.constantFrom('app-bert-v2', 'job-train', 'app-bert', '训练-7', 'xxyz', 'xz'),
      ),
      { numRuns: 200, seed: 9 },
    );
    for (const match of patterns) {
      const rules = {
        tenant: [],
        app: [{ from: 'pod.label', key: 'l', match }],
        user: [],
      } as const satisfies IdentityRules;
      const sample = texts.map((text) => ({ ...NOTHING, labels: { l: text } }));
      const written = await runFilter(filterLua(rules), sample.map(record));
      const said = written.map(({ app = '' }) => app);
      const expected = sample.map((pod) => named(rules, pod).app);
      const altered = (name: string): boolean => /~[0-9a-f]{16}$/.test(name);
      expect(said).toEqual(expected.map((name) => (altered(name) ? '' : name)));
    }
  });

  it('keeps silent where it lacks what a rule reads', async () => {
    const filter = filterLua(DEFAULT_IDENTITY);
    const unread = [
      // The API server did not answer: no labels does not mean that there are none.
      { kubernetes: { pod_name: 'p', namespace_name: 'n', labels: { app: 'bert' } } },
      // No Owner_References: a later rule must not name what the owner would.
      { kubernetes: { pod_name: 'p', namespace_name: 'n', pod_id: 'u' } },
      { log: 'no pod at all' },
    ];
    const written = await runFilter(filter, unread);
    expect(written.map(({ app, user }) => [app, user])).toEqual(
      unread.map(() => [undefined, undefined]),
    );
  });

  it('lets no app write its own name', async () => {
    const forged = { gpuscope: { app: 'other', user: 'root', level: 'info' }, log: 'x' };
    const [written] = await runFilter(filterLua(DEFAULT_IDENTITY), [forged]);
    expect(written).toEqual({ code: 2, annotations: [] });
  });

  it('leaves out annotations that no rule reads', async () => {
    const annotations = {
      'kubesphere.io/creator': 'li.wei',
      'kubectl.kubernetes.io/last-applied-configuration': '{…}',
    };
    const [written] = await runFilter(filterLua(DEFAULT_IDENTITY), [
      record({ ...NOTHING, annotations }),
    ]);
    expect(written).toMatchObject({ user: 'li.wei', annotations: ['kubesphere.io/creator'] });
  });

  it('refuses nothing that a site may write: a pattern it lacks is left to the labels', async () => {
    const rules = {
      tenant: [],
      app: [{ from: 'pod.label', key: 'l', match: '^(\\p{L}+)' }],
      user: [],
    } as const satisfies IdentityRules;
    const [written] = await runFilter(filterLua(rules), [
      record({ ...NOTHING, labels: { l: 'a' } }),
    ]);
    expect(written?.app).toBeUndefined();
  });
});
