import type { Answer, Hit, JsonValue } from '@gpuscope/aggregation/logs';
import type { Stored } from '../../../aggregation/src/logs/search/testing/stored.js';
import type { SharedStore } from '../../servers/index.js';

const keyword = { type: 'keyword' };

const properties = {
  '@timestamp': { type: 'date' },
  cluster: keyword,
  namespace: keyword,
  pod: keyword,
  container: keyword,
  node: keyword,
  machine: keyword,
  unit: keyword,
  level: keyword,
  reason: keyword,
  status: { type: 'long' },
  offset: { type: 'long' },
  log: { type: 'text' },
};

const isTyped = (store: SharedStore) => store.kind === 'elasticsearch-6.8';

/** The type of a map of texts that a store keeps as one field; undefined where it knows none. */
export function mapType({ kind }: Pick<SharedStore, 'kind'>): string | undefined {
  if (kind === 'elasticsearch-6.8') return undefined;
  return kind.startsWith('opensearch') ? 'flat_object' : 'flattened';
}

/** An index for records, with two shards where nothing else is said, so that answers have to be put together. */
export async function createIndex(
  store: SharedStore,
  index: string,
  more: Readonly<Record<string, unknown>> = {},
  shards = 2,
): Promise<void> {
  const all = { properties: { ...properties, ...more } };
  await store.must('PUT', `/${index}`, {
    settings: { number_of_shards: shards, number_of_replicas: 0 },
    mappings: isTyped(store) ? { _doc: all } : all,
  });
}

interface Bulk {
  readonly errors: boolean;
  readonly items: unknown;
}

/** Writes records into an index; the store gives them their `_seq_no`. */
export async function write(
  store: SharedStore,
  index: string,
  records: readonly Stored[],
): Promise<void> {
  const type = isTyped(store) ? { _type: '_doc' } : {};
  const rows = records.flatMap(({ id, fields }) => {
    const source = Object.entries(fields).filter(([name]) => name !== '_seq_no');
    // A store takes a small number for a year.
    const time = new Date(Number(fields['@timestamp'])).toISOString();
    return [
      { index: { _index: index, _id: id, ...type } },
      { ...Object.fromEntries(source), '@timestamp': time },
    ];
  });
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const { errors, items } = (await store.must('POST', '/_bulk?refresh=true', lines)) as Bulk;
  if (errors) throw new Error(JSON.stringify(items).slice(0, 2_000));
}

interface RawAnswer {
  readonly hits: {
    readonly total: number | { readonly value: number };
    readonly hits: readonly {
      readonly _index: string;
      readonly _id: string;
      readonly _source?: Hit['source'];
      readonly sort?: readonly JsonValue[];
    }[];
  };
  readonly aggregations?: Readonly<Record<string, JsonValue>>;
  readonly _shards: { readonly failed: number };
}

/** Sends a body as it is and reads the answer without any client of ours. */
export async function ask(
  store: SharedStore,
  index: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const raw = (await store.must('POST', `/${index}/_search`, body)) as RawAnswer;
  if (raw._shards.failed > 0) throw new Error(JSON.stringify(raw._shards));
  const { total } = raw.hits;
  return {
    hits: raw.hits.hits.map(({ _index, _id, _source = {}, sort = [] }) => ({
      index: _index,
      id: _id,
      source: _source,
      sort,
    })),
    total: typeof total === 'number' ? total : (total?.value ?? 0),
    isTotalExact: true,
    aggregations: raw.aggregations ?? {},
  };
}
