import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../../servers/repository.js';
import { temporaryFolder, type TemporaryFolder } from '../../../servers/temporaryFolder.js';
import { APP, buildFrontEnd, PAGE, serveFrontEnd, type FrontEnd } from './frontEnds.js';

let folder: TemporaryFolder;

const FRONT_END: FrontEnd = {
  name: 'a bundle',
  script: 'build.mjs',
  sources: ['src', 'package-lock.json'],
  folder: 'dist/page',
  file: 'index.html',
};

/** Counts how often it has run, beside the folder that it makes, and begins before it knows whether it can. */
const SCRIPT = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
writeFileSync(folder + '/index.html', 'half');
appendFileSync('dist/runs', 'x');
const source = readFileSync('src/main.ts', 'utf8');
if (source.includes('broken')) { console.error('main.ts is broken'); process.exit(1); }
writeFileSync(folder + '/index.html', source);
`;

const at = (path: string): string => join(folder.path, path);
const write = (path: string, text: string): Promise<void> => writeFile(at(path), text);
const build = (): Promise<boolean> => buildFrontEnd(folder.path, FRONT_END);
const runs = async (): Promise<number> => (await readFile(at('dist/runs'), 'utf8')).length;

beforeEach(async () => {
  folder = await temporaryFolder('front-ends');
  await mkdir(at('src/parts/testing'), { recursive: true });
  await write('build.mjs', SCRIPT);
  await write('src/main.ts', 'one');
  await write('package-lock.json', '{}');
});

afterEach(() => folder.remove());

describe('serveFrontEnd', () => {
  const serve = (): Promise<boolean> => serveFrontEnd(folder.path, FRONT_END, at('served'));

  it('leaves what is served as it is while others build anew, or fail to', async () => {
    expect(await serve()).toBe(true);
    await write('src/main.ts', 'two');
    await build();
    expect(await readFile(at('dist/page/index.html'), 'utf8')).toBe('two');
    expect(await readFile(at('served/index.html'), 'utf8')).toBe('one');
  });

  it('serves what others have built', async () => {
    await build();
    expect(await serve()).toBe(false);
    expect(await readFile(at('served/index.html'), 'utf8')).toBe('one');
    expect(await runs()).toBe(1);
  });
});

describe('buildFrontEnd', () => {
  it('bundles once, and not again while nothing has changed', async () => {
    expect(await build()).toBe(true);
    expect(await build()).toBe(false);
    expect(await runs()).toBe(1);
  });

  it.each([
    ['a source', 'src/main.ts'],
    ['a new source', 'src/parts/new.ts'],
    ['a package', 'package-lock.json'],
  ])('bundles again when %s has changed', async (_what, path) => {
    await build();
    await write(path, 'two');
    expect(await build()).toBe(true);
  });

  it('bundles again when a source is gone, or what was bundled', async () => {
    await write('src/parts/old.ts', 'old');
    await build();
    await rm(at('src/parts/old.ts'));
    expect(await build()).toBe(true);
    await rm(at('dist/page/index.html'));
    expect(await build()).toBe(true);
  });

  it('does not when only tests have changed', async () => {
    await build();
    await write('src/main.test.ts', 'test');
    await write('src/parts/testing/help.ts', 'help');
    expect(await build()).toBe(false);
  });

  it('says what the bundler said when it fails, and tries again', async () => {
    await build();
    await write('src/main.ts', 'broken');
    await expect(build()).rejects.toThrow('main.ts is broken');
    await expect(build()).rejects.toThrow('main.ts is broken');
    expect(await readFile(at('dist/page/index.html'), 'utf8')).toBe('one');
    expect((await readdir(at('dist'))).sort()).toEqual(['page', 'page.built-from', 'runs']);
    await write('src/main.ts', 'two');
    expect(await build()).toBe(true);
    expect(await readFile(at('dist/page/index.html'), 'utf8')).toBe('two');
  });
});

describe('the front ends of this repository', () => {
  it.each([APP, PAGE])('are made of files that are there: $name', ({ script, sources }) => {
    for (const path of [script, ...sources])
      expect([path, existsSync(join(repositoryRoot(), path))]).toEqual([path, true]);
  });
});
