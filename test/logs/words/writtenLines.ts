import { wordsClause, type Clause, type Layout } from '@gpuscope/aggregation/logs';
import { storeDialect, type SharedStore, type StoreKind } from '../../servers/index.js';
import { messageLayout } from '../../../aggregation/src/logs/words/testing/messageLayout.js';

/** Longer lines are kept as words only. */
export const LONGEST_WHOLE = 60;

const { path, type } = messageLayout().roles.message;

/** How the lines can be asked for. */
export const layouts = {
  words: messageLayout(),
  wordsAndShortLines: messageLayout({ exact: 'message.keyword' }),
  wholeLines: {
    ...messageLayout(),
    roles: { ...messageLayout().roles, message: { path, type, exact: 'whole' } },
  },
  placeless: messageLayout({
    path: 'placeless',
    text: 'placeless',
    type: 'match_only_text',
  }),
} as const satisfies Record<string, Layout>;

export interface WrittenLines {
  /** The numbers of the lines that a clause finds. */
  select(clause: Clause): Promise<readonly number[]>;
  find(words: string, layout: Layout, loose?: boolean): Promise<readonly number[]>;
}

interface Found {
  readonly hits: { readonly hits: readonly { readonly _id: string }[] };
}

const properties = {
  message: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: LONGEST_WHOLE } } },
  whole: { type: 'keyword' },
};

/** Elasticsearch has this type in a module that its test servers lack. */
const hasPlaceless = (kind: StoreKind) => kind.startsWith('opensearch');

/** Writes lines into an index of their own, in which line number 7 has the id 7. */
export async function writeLines(
  store: SharedStore,
  index: string,
  texts: readonly string[],
): Promise<WrittenLines> {
  const isTyped = store.kind === 'elasticsearch-6.8';
  const placeless = { type: hasPlaceless(store.kind) ? 'match_only_text' : 'text' };
  const all = { properties: { ...properties, placeless } };
  const mappings = isTyped ? { _doc: all } : all;
  await store.must('PUT', `/${index}`, { settings: { number_of_shards: 1 }, mappings });
  const rows = texts.flatMap((message, number) => [
    { index: { _index: index, _id: String(number), ...(isTyped ? { _type: '_doc' } : {}) } },
    { message, whole: message, placeless: message },
  ]);
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  await store.must('POST', '/_bulk?refresh=true', lines);
  const select = async (clause: Clause): Promise<readonly number[]> => {
    const body = { size: 10_000, _source: false, query: { bool: { filter: [clause] } } };
    const answer = (await store.must('POST', `/${index}/_search`, body)) as Found;
    return answer.hits.hits.map(({ _id }) => Number(_id)).sort((one, other) => one - other);
  };
  const dialect = storeDialect(store.kind);
  return {
    select,
    find: (words, layout, loose = false) => select(wordsClause(words, layout, { dialect, loose })),
  };
}
