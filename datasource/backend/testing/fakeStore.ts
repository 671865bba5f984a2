import type { FieldCaps, FieldType, Hit, JsonValue } from '@gpuscope/aggregation/logs';
import type { LogStore, StoreAnswer, StoreSearch } from '../stores/port.js';

/** An answer in which nothing went wrong and nothing was found, with what a test changes of it. */
export const answerOf = (some: Partial<StoreAnswer> = {}): StoreAnswer => ({
  hits: [],
  total: some.hits?.length ?? 0,
  isTotalExact: true,
  aggregations: {},
  tookMs: 5,
  timedOut: false,
  shards: { total: 1, failed: 0, reasons: [] },
  skippedClusters: [],
  ...some,
});

/** Fields of one index, all searchable and aggregatable, by their types; `a.b` twice for a text with a keyword. */
export function capsOf(
  types: Readonly<Record<string, string>>,
  indices: readonly string[] = ['logs-1'],
): FieldCaps {
  const fields = Object.entries(types).map(([name, type]): [string, readonly FieldType[]] => [
    name,
    [{ type, searchable: true, aggregatable: type !== 'text' }],
  ]);
  return { indices, fields: new Map(fields) };
}

/** What Fluent Bit's records are mapped as by the shipped template. */
export const FLUENT_BIT_CAPS = capsOf({
  '@timestamp': 'date',
  log: 'text',
  stream: 'keyword',
  'kubernetes.namespace_name': 'keyword',
  'kubernetes.pod_name': 'keyword',
  'kubernetes.pod_id': 'keyword',
  'kubernetes.container_name': 'keyword',
  'kubernetes.docker_id': 'keyword',
  'kubernetes.host': 'keyword',
  'kubernetes.labels': 'flattened',
  'kubernetes.annotations': 'flattened',
  kubernetes: 'object',
});

export interface FakeLine {
  readonly ms: number;
  readonly line: string;
  readonly namespace?: string;
  readonly pod?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A hit as Fluent Bit wrote it; its sort values as a store adds them. */
export function hitOf({
  ms,
  line,
  namespace = 'team-a',
  pod = 'web-0',
  labels = {},
}: FakeLine): Hit {
  const source: Readonly<Record<string, JsonValue>> = {
    '@timestamp': new Date(ms).toISOString(),
    log: `${line}\n`,
    stream: 'stdout',
    kubernetes: {
      namespace_name: namespace,
      pod_name: pod,
      container_name: 'main',
      host: 'node-1',
      labels,
    },
  };
  return { index: 'logs-1', id: `${ms}-${line}`, source, sort: [ms, 1] };
}

export interface FakeStore extends LogStore {
  /** What was searched for, in order. */
  readonly searches: StoreSearch[];
  readonly closed: boolean;
}

export interface FakeStoreOptions {
  readonly caps?: FieldCaps;
  readonly search?: (
    search: StoreSearch,
    signal: AbortSignal,
  ) => StoreAnswer | Promise<StoreAnswer>;
  readonly about?: LogStore['about'];
  readonly read?: LogStore['read'];
}

/**
 * Answers to what is asked of the records before any question (those searches end early): labels are spelled as
 * they are, and level fields are written. Undefined for other searches.
 */
function learned({ body }: StoreSearch): StoreAnswer | undefined {
  if (!('terminate_after' in body)) return undefined;
  const names = Object.keys(body.aggs ?? {});
  const answers = names.map((name) => [name, { doc_count: 1, buckets: [] }] as const);
  return answerOf({ aggregations: Object.fromEntries(answers) });
}

/** A store that speaks the port and answers what a test says. */
export function fakeStore(options: FakeStoreOptions = {}): FakeStore {
  const { caps = FLUENT_BIT_CAPS, search = () => answerOf() } = options;
  const searches: StoreSearch[] = [];
  let closed = false;
  return {
    searches,
    get closed() {
      return closed;
    },
    about:
      options.about ??
      (() =>
        Promise.resolve({
          product: 'Elasticsearch',
          version: '8.19.0',
          dialect: { product: 'elasticsearch', major: 8, minor: 19 },
          clockSkewMs: 10,
        })),
    fieldCaps: () => Promise.resolve(caps),
    search: async (one, signal) => {
      const before = learned(one);
      if (before !== undefined) return before;
      searches.push(one);
      return search(one, signal);
    },
    read: options.read ?? (() => Promise.reject(new Error('no reading was expected'))),
    close: () => {
      closed = true;
      return Promise.resolve();
    },
  };
}
