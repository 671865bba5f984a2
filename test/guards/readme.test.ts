import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../servers/repository.js';
import { sharedGpuText } from './sharedGpu.js';

const ROOT = repositoryRoot();
const FILE = join(ROOT, 'README.md');
const BLOCK = /(<!-- made by npm run golden -->\n\n```text\n)([\s\S]*?)(\n```)/;

describe('README', () => {
  if (process.env['GPUSCOPE_UPDATE_GOLDEN'] !== undefined) {
    const text = readFileSync(FILE, 'utf8');
    writeFileSync(
      FILE,
      text.replace(BLOCK, (_, head: string, _old, tail: string) => head + sharedGpuText() + tail),
    );
  }

  it('shows the shared GPU with the numbers of the golden text', () => {
    expect(BLOCK.exec(readFileSync(FILE, 'utf8'))?.[2]).toBe(sharedGpuText());
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('%s links to files that are there', (name) => {
    const text = readFileSync(join(ROOT, name), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const text = readFileSync(FILE, 'utf8');
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
