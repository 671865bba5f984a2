import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pluginJson from '../plugin.json';
import { flat, sourceFiles, textsIn, textsOf } from '../testing/texts.js';

const source = join(__dirname, '..');
const fileOf = (language: string) =>
  flat(
    JSON.parse(
      readFileSync(join(__dirname, language, `${pluginJson.id}.json`), 'utf8'),
    ) as Parameters<typeof flat>[0],
  );
const texts = textsIn(source);
const english = fileOf('en-US');
const chinese = fileOf('zh-Hans');
const placeholders = (words: string) => [...words.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

/** Words that Chinese readers use as they are. */
const KEPT = ['Lucene', 'Pod', 'Prometheus'];

describe('the texts', () => {
  it('come in the languages that plugin.json names, and in no others', () => {
    const folders = readdirSync(__dirname).filter((name) => !name.includes('.test.'));
    expect(folders.sort()).toEqual([...pluginJson.languages].sort());
  });

  it('stand in English as in the source, with none missing and none left over', () => {
    const written = Object.fromEntries(texts.map(({ key, words }) => [key, words]));
    expect(texts.length).toBeGreaterThan(100);
    expect(english).toEqual(written);
  });

  it('say the same thing wherever one key is used', () => {
    for (const { key, words } of texts) expect([key, english[key]]).toEqual([key, words]);
  });

  it('are all there in Chinese, with the same places to fill in', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, words] of Object.entries(english)) {
      expect([key, placeholders(chinese[key] ?? '')]).toEqual([key, placeholders(words)]);
    }
  });

  it('are in Chinese but for names and units that Chinese readers use too', () => {
    const latin = Object.values(chinese).filter(
      (words) =>
        !/\p{Script=Han}/u.test(words) && /[a-z]{3}/.test(words.replace(/\{\{\w+\}\}/g, '')),
    );
    expect(latin.filter((words) => !KEPT.includes(words))).toEqual([]);
  });

  it('never use a placeholder that i18next takes for a plural', () => {
    for (const words of Object.values(english)) expect(words).not.toContain('{{count}}');
  });
});

describe('the sources', () => {
  it('hold no words outside t(): neither between tags nor in what is read aloud', () => {
    const bare = sourceFiles(source).flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const between = [...code.matchAll(/<\w[^<>]*>\s*([A-Z][a-z]+ [a-z][^<{]*)<\//g)];
      const attributes = [
        ...code.matchAll(/\b(?:label|title|tooltip|aria-label|description|help)="([^"]+)"/g),
      ];
      return [...between, ...attributes].map(([, words]) => `${file}: ${words}`);
    });
    expect(bare).toEqual([]);
  });

  it('are read whole: a text in parts can not be translated', () => {
    expect(() => textsOf('t(key, "words")')).toThrow('No plain text');
    expect(() => textsOf("t('a', `${1} lines`)")).toThrow('No plain text');
    expect(textsOf("<p>{t('a.b', 'Some')}</p>")).toEqual([{ key: 'a.b', words: 'Some' }]);
  });
});
