import fc from 'fast-check';
import { fold, tokensOf } from '../../../aggregation/src/logs/words/testing/analyser.js';
import { text } from '../../../aggregation/src/logs/words/testing/texts.js';
import { defaultStoreKinds, sharedStore, type SharedStore } from '../../servers/index.js';

async function analysed(store: SharedStore, texts: string): Promise<readonly string[]> {
  const body = { analyzer: 'standard', text: texts };
  const answer = (await store.must('POST', '/_analyze', body)) as {
    readonly tokens: readonly { readonly token: string }[];
  };
  return answer.tokens.map(({ token }) => token);
}

function modelled(line: string): readonly string[] {
  const { characters, tokens } = tokensOf(line);
  return tokens.map(({ start, end }) => fold(characters.slice(start, end).join('')));
}

describe.each(defaultStoreKinds)('the analyser of %s', (kind) => {
  it('takes texts apart as our model of it does', async () => {
    const store = await sharedStore(kind);
    const seen: string[] = [];
    for (const line of fc.sample(text, { numRuns: 400, seed: 7 })) {
      const [is, says] = [await analysed(store, line), modelled(line)];
      if (JSON.stringify(is) !== JSON.stringify(says)) seen.push(JSON.stringify([line, is, says]));
    }
    expect(seen).toEqual([]);
  }, 300_000);
});
