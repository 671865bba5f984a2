import fc from 'fast-check';
import { isTooLarge, matchesWords, wordsClause, type Layout } from '@gpuscope/aggregation/logs';
import { messageLayout } from '../../../aggregation/src/logs/words/testing/messageLayout.js';
import { anyText, partOf, quoted } from '../../../aggregation/src/logs/words/testing/texts.js';
import {
  defaultStoreKinds,
  sharedStore,
  storeDialect,
  type SharedStore,
} from '../../servers/index.js';
import { lines, words } from './lines.js';

const LONGEST_WHOLE = 60;

/** Writes lines whose message is kept as words, and whole in `.keyword` where it is short. */
async function write(store: SharedStore, index: string, texts: readonly string[]): Promise<void> {
  const isTyped = store.kind === 'elasticsearch-6.8';
  const properties = {
    message: {
      type: 'text',
      fields: { keyword: { type: 'keyword', ignore_above: LONGEST_WHOLE } },
    },
    whole: { type: 'keyword' },
  };
  const mappings = isTyped ? { _doc: { properties } } : { properties };
  await store.must('PUT', `/${index}`, { settings: { number_of_shards: 1 }, mappings });
  const rows = texts.flatMap((message, number) => [
    { index: { _index: index, _id: String(number), ...(isTyped ? { _type: '_doc' } : {}) } },
    { message, whole: message },
  ]);
  await store.must(
    'POST',
    '/_bulk?refresh=true',
    `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
  );
}

interface Found {
  readonly hits: { readonly hits: readonly { readonly _id: string }[] };
}

const byNumber = (one: number, other: number) => one - other;

describe.each(defaultStoreKinds)('words in %s', (kind) => {
  // The letter İ is an i to words, and to no store on whole lines.
  const plain = anyText.filter((line) => !line.includes('İ'));
  const random = fc.sample(plain, { numRuns: 300, seed: 11 });
  const texts = [...lines, ...random];
  const parts = fc.sample(fc.constantFrom(...texts).chain(partOf), { numRuns: 250, seed: 12 });
  let store: SharedStore;
  let index: string;

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('words');
    await write(store, index, texts);
  }, 300_000);

  async function find(
    asked: string,
    layout: Layout,
    loose = false,
    where = index,
  ): Promise<readonly number[]> {
    const query = wordsClause(asked, layout, { dialect: storeDialect(kind), loose });
    const body = { size: 10_000, _source: false, query: { bool: { filter: [query] } } };
    const answer = (await store.must('POST', `/${where}/_search`, body)) as Found;
    return answer.hits.hits.map(({ _id }) => Number(_id)).sort(byNumber);
  }

  const truth = (asked: string) =>
    texts.flatMap((line, number) => (matchesWords(asked, line) ? [number] : []));

  const layouts = {
    'words alone': messageLayout(),
    'words, and short lines whole': messageLayout({ exact: 'message.keyword' }),
  };

  const { path, type } = messageLayout().roles.message;
  const whole = { path, type, exact: 'whole' };
  const wholeLayout = { ...messageLayout(), roles: { ...messageLayout().roles, message: whole } };

  it.each(Object.entries(layouts))(
    'finds what grep finds: %s',
    async (_, layout) => {
      for (const asked of [...words, ...parts.filter(isAsked).map(quoted)]) {
        for (const loose of [false, true]) {
          const found = await find(asked, layout, loose);
          const checked = found.filter((number) => matchesWords(asked, texts[number] ?? ''));
          expect({ asked, loose, found: checked }).toEqual({ asked, loose, found: truth(asked) });
        }
      }
    },
    300_000,
  );

  it('finds nothing else where it has the whole line', async () => {
    const isShort = (number: number) => (texts[number] ?? '').length <= LONGEST_WHOLE;
    for (const asked of [...words, ...parts.filter(isAsked).map(quoted)]) {
      // An emoji is searched for as the store's analyser takes it.
      if (/\p{Extended_Pictographic}/u.test(asked)) continue;
      const found = await find(asked, layouts['words, and short lines whole']);
      const wanted = truth(asked).filter(isShort);
      expect({ asked, found: found.filter(isShort) }).toEqual({ asked, found: wanted });
      const exact = await find(asked, wholeLayout);
      expect({ asked, found: exact }).toEqual({ asked, found: truth(asked) });
    }
    for (const asked of ['-----', '=>', '"*"', '?', String.raw`\ `, '🚀', '" - "']) {
      const exact = await find(asked, wholeLayout);
      expect({ asked, found: exact }).toEqual({ asked, found: truth(asked) });
    }
  }, 300_000);

  it('is asked loosely after a word with too many endings', async () => {
    const many = store.unique('many');
    const requests = Array.from(
      { length: 10_000 },
      (_, number) => `req${number}abc/def${number} done`,
    );
    await write(store, many, requests);
    const asked = 'abc/def29';
    const wanted = requests.filter((line) => matchesWords(asked, line)).length;
    const loosely = await find(asked, messageLayout(), true, many);
    expect(loosely).toHaveLength(wanted);
    const query = wordsClause(asked, messageLayout(), { dialect: storeDialect(kind) });
    const refused = await store.request('POST', `/${many}/_search`, { query });
    expect(refused.status).not.toBe(200);
    expect(isTooLarge(JSON.stringify(refused.body))).toBe(true);
  }, 300_000);
});

/** A letter or digit is in it. */
const isAsked = (word: string) => /[\p{L}\p{N}]/u.test(word);
