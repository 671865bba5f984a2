import fc from 'fast-check';
import { isTooLarge, matchesWords } from '@gpuscope/aggregation/logs';
import { anyText, partOf, quoted } from '../../../aggregation/src/logs/words/testing/texts.js';
import { sharedStore, type SharedStore, type StoreKind } from '../../servers/index.js';
import { lines, words } from './lines.js';
import { layouts, LONGEST_WHOLE, writeLines, type WrittenLines } from './writtenLines.js';

/** A letter or digit is in it. */
const isAsked = (word: string) => /[\p{L}\p{N}]/u.test(word);

// The letter İ is an i to words, and to no store on whole lines.
const plain = anyText.filter((line) => !line.includes('İ'));
const texts = [...lines, ...fc.sample(plain, { numRuns: 300, seed: 11 })];
const parts = fc.sample(fc.constantFrom(...texts).chain(partOf), { numRuns: 250, seed: 12 });
const questions = [...words, ...parts.filter(isAsked).map(quoted)];

const truth = (asked: string) =>
  texts.flatMap((line, number) => (matchesWords(asked, line) ? [number] : []));
const isShort = (number: number) => (texts[number] ?? '').length <= LONGEST_WHOLE;

/** Words find in a store of this kind what grep finds. */
export function describeWords(kind: StoreKind): void {
  let store: SharedStore;
  let written: WrittenLines;

  beforeAll(async () => {
    store = await sharedStore(kind);
    written = await writeLines(store, store.unique('words'), texts);
  }, 300_000);

  it.each(['words', 'wordsAndShortLines', 'placeless'] as const)(
    'finds what grep finds: %s',
    async (name) => {
      for (const asked of questions) {
        for (const loose of [false, true]) {
          const found = await written.find(asked, layouts[name], loose);
          const checked = found.filter((number) => matchesWords(asked, texts[number] ?? ''));
          expect({ asked, loose, found: checked }).toEqual({ asked, loose, found: truth(asked) });
        }
      }
    },
    300_000,
  );

  it('finds nothing else where it has the whole line', async () => {
    for (const asked of questions) {
      // An emoji is searched for as the store's analyser takes it.
      if (/\p{Extended_Pictographic}/u.test(asked)) continue;
      const found = await written.find(asked, layouts.wordsAndShortLines);
      const wanted = truth(asked).filter(isShort);
      expect({ asked, found: found.filter(isShort) }).toEqual({ asked, found: wanted });
    }
    for (const asked of [...questions, '-----', '=>', '"*"', '?', '\\', '🚀', '" - "']) {
      const found = await written.find(asked, layouts.wholeLines);
      expect({ asked, found }).toEqual({ asked, found: truth(asked) });
    }
  }, 300_000);

  it('is asked loosely after a word with too many endings', async () => {
    const requests = Array.from({ length: 20_000 }, (_, at) => `req${at}abc/def${at} done`);
    const index = store.unique('many');
    const many = await writeLines(store, index, requests);
    // The store counts endings segment by segment.
    await store.must('POST', `/${index}/_forcemerge?max_num_segments=1`);
    const asked = 'abc/def29';
    const refused = many.find(asked, layouts.words).catch((error: unknown) => String(error));
    expect(isTooLarge(String(await refused))).toBe(true);
    const wanted = requests.filter((line) => matchesWords(asked, line));
    expect(await many.find(asked, layouts.words, true)).toHaveLength(wanted.length);
  }, 300_000);
}
