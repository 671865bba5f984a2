import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_ORIGINS } from '@gpuscope/aggregation';
import { repositoryRoot } from '../servers/repository.js';

const PAGE = join(repositoryRoot(), 'docs/errors.md');

/** Code to origin, as the page's tables have them. */
const rows = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^\| `([A-Z_]+)` +\| (\w+) +\|/gm)].map(([, code = '', origin = '']) => [
      code,
      origin,
    ]),
  );

describe('docs/errors.md', () => {
  it('explains every code, with its origin, and no other', () => {
    expect(Object.fromEntries(rows(readFileSync(PAGE, 'utf8')))).toEqual(ERROR_ORIGINS);
  });

  it('says in each row what it means and what to do', () => {
    const table = readFileSync(PAGE, 'utf8').match(/^\| `[A-Z_]+` .*$/gm) ?? [];
    const silent = table.filter((row) =>
      row
        .split(/(?<!\\)\|/)
        .some((cell, at, all) => at > 0 && at < all.length - 1 && cell.trim() === ''),
    );
    expect(silent).toEqual([]);
  });
});
