import { luceneClause, type Field, type Layout } from '@gpuscope/aggregation/logs';
import { messageLayout } from '../../../aggregation/src/logs/words/testing/messageLayout.js';
import {
  defaultStoreKinds,
  sharedStore,
  storeDialect,
  type SharedStore,
} from '../../servers/index.js';

const types = {
  pod: 'keyword',
  status: 'long',
  took: 'double',
  ended: 'date',
  client: 'ip',
  ok: 'boolean',
};

const fields: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(types).map(([path, type]) => [path, { path, exact: path, type }]),
);

const layout: Layout = { ...messageLayout(), field: (name) => fields[name] };
const { pod = { path: 'pod', exact: 'pod', type: 'keyword' } } = fields;
const podLayout: Layout = { ...layout, roles: { ...layout.roles, pod } };

const messages = [
  'CUDA out of memory',
  'memory out',
  'GET /v1/chat 200',
  '显存不足',
  'user_id=42 gone',
];

/** Records with every mix of values, some without any. */
const records = Array.from({ length: 120 }, (_, at) => ({
  message: messages[at % messages.length],
  ...(at % 7 === 0 ? {} : { pod: `api-${at % 11}` }),
  ...(at % 5 === 0 ? {} : { status: [200, 404, 500, -1][at % 4] }),
  took: at / 10,
  ended: new Date(Date.UTC(2026, 4, 1, at)).toISOString(),
  client: `10.0.${at % 3}.${at}`,
  ok: at % 2 === 0,
}));

/** What both read alike: mixed ANDs and ORs in parentheses, a blank as AND. */
const queries = [
  'memory',
  'MEMORY',
  '"out of memory"',
  '"memory out"',
  'memory out',
  'mem*',
  '*emo?y',
  '显存不足',
  'user_id',
  'pod:"api-3"',
  'pod:api*',
  'pod:*1?',
  'pod:(api\\-3 OR api\\-4)',
  'pod:*',
  'NOT pod:*',
  '_exists_:status',
  'status:500',
  'status:\\-1',
  'status:>=404',
  'status:[200 TO 404]',
  'status:{200 TO 500}',
  'status:[* TO 200]',
  'took:<0.5',
  'took:[1 TO 2}',
  'ended:[2026-05-02 TO 2026-05-03]',
  'ended:[2026-05-02T03:00:00Z TO 2026-05-02T05:00:00Z}',
  'ended:>2026-05-04',
  'ended:[* TO now]',
  'client:"10.0.1.0/24"',
  'client:[10.0.0.3 TO 10.0.1.1]',
  'ok:true memory',
  '(memory OR chat) AND NOT status:200',
  '-ok:true +(status:404 OR pod:"api-1")',
  '!memory && !chat',
  '*:*',
];

describe.each(defaultStoreKinds)('Lucene in %s', (kind) => {
  let store: SharedStore;
  let index: string;

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('lucene');
    const isTyped = kind === 'elasticsearch-6.8';
    const typed = Object.entries(types).map(([name, type]) => [name, { type }]);
    const properties = { message: { type: 'text' }, ...(Object.fromEntries(typed) as object) };
    const mappings = isTyped ? { _doc: { properties } } : { properties };
    await store.must('PUT', `/${index}`, { mappings });
    const rows = records.flatMap((record, at) => [
      { index: { _index: index, _id: String(at), ...(isTyped ? { _type: '_doc' } : {}) } },
      record,
    ]);
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    await store.must('POST', '/_bulk?refresh=true', lines);
  }, 300_000);

  async function find(query: unknown): Promise<readonly string[]> {
    const body = { size: 1000, _source: false, query: { bool: { filter: [query] } } };
    const answer = (await store.must('POST', `/${index}/_search`, body)) as {
      readonly hits: { readonly hits: readonly { readonly _id: string }[] };
    };
    return answer.hits.hits.map(({ _id }) => _id).sort();
  }

  it.each(queries)('finds what the store itself finds: %s', async (query) => {
    const text = { query, default_field: 'message', default_operator: 'AND' };
    const wanted = await find({ query_string: text });
    expect(wanted).not.toEqual([]);
    const dialect = storeDialect(kind);
    expect(await find(luceneClause(query, podLayout, { dialect }))).toEqual(wanted);
  });
});
