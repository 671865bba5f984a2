import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALERTS } from '@gpuscope/provisioning';
import { repositoryRoot } from '../servers/repository.js';

const FOLDER = join(repositoryRoot(), 'docs/runbooks');

/** Pages that are no alert's. */
const OTHERS: ReadonlySet<string> = new Set(['xid.md']);

describe('runbooks', () => {
  const pages = readdirSync(FOLDER).filter((name) => !OTHERS.has(name));
  const alerts = [...new Set(ALERTS.map(({ alert }) => `${alert}.md`))];

  it('exist for each alert, and for nothing else', () => {
    expect([...pages].sort()).toEqual([...alerts].sort());
  });

  it.each(pages)('%s says what it means, what it does, where to look and what to do', (page) => {
    const text = readFileSync(join(FOLDER, page), 'utf8');
    expect(text.match(/^## .+$/gm)).toEqual([
      '## What it means',
      '## What it does to people',
      '## Look',
      '## Do',
    ]);
  });

  it.each([...pages, ...OTHERS])('%s links to pages that are there', (page) => {
    const text = readFileSync(join(FOLDER, page), 'utf8');
    const linked = [...text.matchAll(/\]\(([^)]+\.md)\)/g)].map((match) => match[1]);
    expect([...pages, ...OTHERS]).toEqual(expect.arrayContaining(linked));
  });
});
