import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustRun, runCommand } from '../servers/command.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/temporaryFolder.js';
import { repositoryRoot } from '../servers/repository.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('package-target');
});
afterAll(() => folder.remove());

const script = (name: string): string => join(repositoryRoot(), 'scripts', name);

/** Asks the check alone: what it allows would be emptied and filled, which takes minutes. */
function check(target: string): Promise<unknown> {
  const module = pathToFileURL(script('lib/package/target.mjs')).href;
  const program = `import { checkTarget } from ${JSON.stringify(module)}; checkTarget(process.argv[1]);`;
  return mustRun(process.execPath, ['--input-type=module', '-e', program, target]);
}

describe('npm run package -- --out FOLDER', () => {
  it('empties no folder that holds other things, and says so before it builds', async () => {
    await writeFile(join(folder.path, 'mine.txt'), 'precious');
    const args = [script('package.mjs'), '--out', folder.path];
    await expect(mustRun(process.execPath, args)).rejects.toThrow(
      `${folder.path} holds other things (mine.txt)`,
    );
    expect(await readFile(join(folder.path, 'mine.txt'), 'utf8')).toBe('precious');
  });

  it('takes a folder that is new, empty or holds packages, and no file', async () => {
    const [empty, packages] = [join(folder.path, 'empty'), join(folder.path, 'packages')];
    await mkdir(empty);
    await mkdir(packages);
    await writeFile(join(packages, 'SHA256SUMS'), '');
    for (const target of [join(folder.path, 'new'), empty, packages]) await check(target);
    await writeFile(join(folder.path, 'file'), '');
    await expect(check(join(folder.path, 'file'))).rejects.toThrow('(ENOTDIR)');
  });

  it.each([
    [['--out'], '--out needs a value'],
    [['--only', 'sparc'], 'there is no variant sparc'],
    [['--oyt', 'x'], 'unknown argument "--oyt"'],
  ])('refuses %j and says what is allowed', async (args, words) => {
    const { code, stderr } = await runCommand(process.execPath, [script('package.mjs'), ...args]);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(stderr).toContain('npm run package [-- --only');
  });
});
