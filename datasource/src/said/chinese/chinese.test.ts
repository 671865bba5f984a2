import { ENGLISH, placesOf } from '@gpuscope/aggregation';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHINESE } from './index.js';

const root = join(__dirname, '../../../..');

const codeOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|\bsaid\/english\//.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));

describe('what the backend says', () => {
  it('is there in both languages, with the same places to fill in', () => {
    const places = (table: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(table).map(([id, words]) => [id, [...placesOf(words)].sort()]),
      );
    expect(Object.keys(CHINESE).length).toBeGreaterThan(150);
    expect(places(CHINESE)).toEqual(places(ENGLISH));
  });

  it('is in Chinese but for texts that only join others', () => {
    const latin = Object.entries(CHINESE).filter(([, words]) => !/\p{Script=Han}/u.test(words));
    expect(latin.map(([id]) => id).sort()).toEqual(['error.coded', 'health.failed']);
  });

  it('is all said somewhere', () => {
    const code = ['aggregation/src', 'access/src', 'datasource/backend'].flatMap(codeOf).join('\n');
    const unsaid = Object.keys(ENGLISH).filter(
      (id) => !id.startsWith('name.') && !code.includes(`'${id}'`),
    );
    expect(unsaid).toEqual([]);
  });
});
