import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../servers/repository.js';

const ROOT = repositoryRoot();

/** Rows of the table "To add … touch …": the second cell names paths in backquotes. */
function rows(): readonly (readonly [thing: string, paths: readonly string[]])[] {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const table = text.split('\n').filter((line) => line.startsWith('| a'));
  return table.map((line) => {
    const [, thing = '', where = ''] = line.split('|').map((cell) => cell.trim());
    return [
      thing,
      [...where.matchAll(/`([^`]+\/[^`]+)`/g)].map((match) => match[1] ?? ''),
    ] as const;
  });
}

describe('CONTRIBUTING', () => {
  it('has a row for each thing that people add', () => {
    const things = rows().map(([thing]) => thing);
    for (const thing of ['a metric', 'a source', 'a holder', 'a panel', 'an alert']) {
      expect(things).toContain(thing);
    }
  });

  it.each(rows())('%s: the places that it names are there', (_, paths) => {
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
