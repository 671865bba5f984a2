import { generatedFiles } from '@gpuscope/provisioning';
import {
  defaultStoreKinds,
  sharedStore,
  type SharedStore,
  type StoreKind,
} from '../../servers/index.js';

const TEMPLATES = {
  'elasticsearch-8.19': { file: 'index-template.elasticsearch.json', path: '_index_template' },
  'elasticsearch-6.8': { file: 'index-template.elasticsearch-6.json', path: '_template' },
  'opensearch-2.19': { file: 'index-template.opensearch.json', path: '_index_template' },
} as const satisfies Partial<Record<StoreKind, { readonly file: string; readonly path: string }>>;

type Kind = (typeof defaultStoreKinds)[number];

const template = (kind: Kind, pattern: string): unknown => {
  const text = generatedFiles().get(`deploy/logs/${TEMPLATES[kind].file}`) ?? '';
  return { ...(JSON.parse(text) as Record<string, unknown>), index_patterns: [pattern] };
};

/** Elasticsearch keeps dots in a flattened field; elsewhere Fluent Bit is told to replace them. */
const hasDots = (kind: Kind): boolean => kind === 'elasticsearch-8.19';
const spelt = (kind: Kind, key: string): string => (hasDots(kind) ? key : key.replaceAll('.', '_'));

const NAME = 'app.kubernetes.io/name';

/** Pods that carry both labels, and the line of each. */
const PODS = [
  { app: 'web', name: 'shop', time: '2026-11-21T08:00:00.123456789Z', line: 'first' },
  { app: 'web', name: 'blog', time: '2026-11-21T08:00:00.123456788Z', line: 'second' },
  { app: 'db', name: 'shop', time: '2026-11-21T08:00:01Z', line: 'third' },
];

async function write(store: SharedStore, kind: Kind, index: string): Promise<readonly number[]> {
  const action = {
    index: { _index: index, ...(kind === 'elasticsearch-6.8' ? { _type: '_doc' } : {}) },
  };
  const lines = PODS.flatMap(({ app, name, time, line }) => [
    action,
    {
      '@timestamp': time,
      log: `${line}\n`,
      kubernetes: {
        pod_name: `synthetic-${line}`,
        namespace_name: 'synthetic-team',
        labels: { app, [spelt(kind, NAME)]: name },
        annotations: { [spelt(kind, 'kubesphere.io/creator')]: 'li.wei' },
      },
      gpuscope: { app: name, level: 'info' },
      some: { thing: 'of the app' },
    },
  ]);
  const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  const answer = (await store.must('POST', '/_bulk?refresh=true', text)) as {
    items: readonly { readonly index: { readonly status: number } }[];
  };
  return answer.items.map(({ index: { status } }) => status);
}

interface Found {
  readonly hits: { readonly hits: readonly { readonly _source: { readonly log: string } }[] };
  readonly aggregations?: {
    readonly by: {
      readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
    };
  };
}

describe.each(defaultStoreKinds)('the index template on %s', (kind) => {
  let store: SharedStore;
  let index: string;

  const search = async (body: unknown): Promise<Found> =>
    (await store.must('POST', `/${index}/_search`, body)) as Found;
  const linesWhere = async (query: unknown): Promise<readonly string[]> => {
    const { hits } = await search({ query });
    return hits.hits.map(({ _source }) => _source.log.trim()).sort();
  };
  const label = (key: string): string => `kubernetes.labels.${spelt(kind, key)}`;

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('shipped');
    const { path } = TEMPLATES[kind];
    await store.must('PUT', `/${path}/${index}`, template(kind, `${index}*`));
  }, 300_000);

  it('takes pods that carry both app and app.kubernetes.io/name', async () => {
    expect(await write(store, kind, index)).toEqual([201, 201, 201]);
  });

  it('finds labels exactly, and those that lack one', async () => {
    expect(await linesWhere({ term: { [label(NAME)]: 'shop' } })).toEqual(['first', 'third']);
    expect(await linesWhere({ term: { [label('app')]: 'web' } })).toEqual(['first', 'second']);
    const without = { bool: { must_not: [{ exists: { field: label(NAME) } }] } };
    expect(await linesWhere(without)).toEqual([]);
  });

  it('counts by labels, annotations and what the filter wrote', async () => {
    const fields = [
      [label('app'), { web: 2, db: 1 }],
      [`kubernetes.annotations.${spelt(kind, 'kubesphere.io/creator')}`, { 'li.wei': 3 }],
      ['gpuscope.app', { shop: 2, blog: 1 }],
      ['some.thing', { 'of the app': 3 }],
    ] as const;
    for (const [field, expected] of fields) {
      const { aggregations } = await search({ size: 0, aggs: { by: { terms: { field } } } });
      const buckets = aggregations?.by.buckets ?? [];
      const counts = Object.fromEntries(buckets.map(({ key, doc_count }) => [key, doc_count]));
      expect([field, counts]).toEqual([field, expected]);
    }
  });

  const ordersNanos = kind !== 'elasticsearch-6.8';
  it(`${ordersNanos ? 'orders lines inside a millisecond' : 'orders lines by milliseconds'}`, async () => {
    const { hits } = await search({ sort: [{ '@timestamp': 'asc' }] });
    const lines = hits.hits.map(({ _source }) => _source.log.trim());
    if (ordersNanos) expect(lines).toEqual(['second', 'first', 'third']);
    else expect(lines.at(-1)).toBe('third');
  });
});

it('is needed: without it a store rejects the second spelling of a label', async () => {
  const store = await sharedStore('elasticsearch-8.19');
  const statuses = await write(store, 'elasticsearch-8.19', store.unique('unmapped'));
  expect(statuses).toContain(400);
}, 300_000);
