import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Folder outside the repository that holds servers between runs: `GPUSCOPE_CACHE`, else `gpuscope` below
 * `XDG_CACHE_HOME`, else `~/.cache/gpuscope`.
 */
export function cacheDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = env.GPUSCOPE_CACHE;
  if (named !== undefined && named !== '') return named;
  const xdg = env.XDG_CACHE_HOME;
  return join(xdg !== undefined && xdg !== '' ? xdg : join(homedir(), '.cache'), 'gpuscope');
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/**
 * The folder `name` of the cache, filled by `fill` when it is not there yet. It appears whole or not at all,
 * and of several processes that ask at once one does the work while the others wait.
 *
 * @param fill is given an empty folder; what it throws is passed on and nothing is kept
 */
export async function inCache(
  name: string,
  fill: (folder: string) => Promise<void>,
  root: string = cacheDir(),
): Promise<string> {
  const target = join(root, name);
  if (await exists(target)) return target;
  await mkdir(root, { recursive: true });
  const unlock = await lock(join(root, `.${name}.lock`));
  const temporary = join(root, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    if (await exists(target)) return target;
    await mkdir(temporary);
    await fill(temporary);
    await rename(temporary, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error;
    });
    return target;
  } finally {
    await rm(temporary, { recursive: true, force: true });
    await unlock();
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Waits for a lock file of ours; one whose process is gone is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    // An empty file is one that its owner is about to write to, unless it has been so for long.
    if (holder > 0 ? !isAlive(holder) : age > 30_000) await rm(path, { force: true });
    else await sleep(200);
  }
}

/** SHA-256 of a file, in lower-case hexadecimal digits. */
async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** @throws {Error} with both sums when the file is not the pinned one */
export async function verify(path: string, pinned: string): Promise<void> {
  const found = await sha256(path);
  if (found !== pinned) {
    throw new Error(`${path} has the SHA-256 ${found}; ${pinned} is pinned. It is not used.`);
  }
}
