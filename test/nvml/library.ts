import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inCache } from '../servers/cache.js';
import { findProgram, mustRun } from '../servers/command.js';
import { repositoryRoot } from '../servers/repository.js';

/** Branches of the driver whose library the stub can pass for: what came later is not in it. */
export const STUB_DRIVERS = [470, 535, 580] as const;
export type StubDriver = (typeof STUB_DRIVERS)[number];

const FLAGS = ['-std=c11', '-D_GNU_SOURCE', '-O1', '-g', '-Wall', '-Wextra', '-Werror'];
const SHARED = ['-shared', '-fPIC', '-fvisibility=hidden', '-Wl,-soname,libnvidia-ml.so.1'];

function gcc(): string {
  const found = findProgram('gcc');
  if (found !== undefined) return found;
  throw new Error(
    'gcc is needed to build the stub of NVML: put gcc on PATH (Debian, Ubuntu: apt-get install gcc libc6-dev)',
  );
}

async function sources(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.[ch]$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

async function digest(files: readonly string[], words: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(words.join(' '));
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The stub of libnvidia-ml.so.1, built by gcc from `test/nvml/stub` into the cache; anew only where the sources have
 * changed. Safe when several processes ask at once.
 *
 * @returns the library's path
 * @throws {Error} that says how to get gcc where there is none, or with the compiler's words
 */
export async function ensureStub(driver: StubDriver = 580): Promise<string> {
  const folder = join(repositoryRoot(), 'test/nvml/stub');
  const files = await sources(folder);
  const flags = [...FLAGS, ...SHARED, `-DDRIVER=${driver}`];
  const name = `nvml-stub-${driver}-${await digest(files, [...flags, process.arch])}`;
  const built = await inCache(name, async (target) => {
    const code = files.filter((file) => file.endsWith('.c'));
    const library = join(target, 'libnvidia-ml.so.1');
    await mustRun(gcc(), [...flags, '-o', library, ...code, '-lm', '-lpthread', '-ldl']);
  });
  return join(built, 'libnvidia-ml.so.1');
}
