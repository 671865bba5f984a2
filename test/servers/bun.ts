import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { inCache, verify } from './cache.js';
import { mustRun } from './command.js';

const VERSION = '1.4.5';

/** Packages of the npm registry that hold Bun's program, by architecture: of the archive, the SHA-256. */
const PACKAGES = {
  amd64: {
    name: '@oven/bun-linux-x64',
    target: 'bun-linux-x64',
    sha256: '0c72edca57b0cbf0a07a242daf0ea8ea96711827f042b80a1c383ce1cc51c771',
  },
  arm64: {
    name: '@oven/bun-linux-aarch64',
    target: 'bun-linux-arm64',
    sha256: 'c3cd56594c9d5d025df87f77c68ad4699a49b52551f0f3232be6f727533fe08c',
  },
} as const;

/** Go's names, which Grafana's plugins have in theirs. */
export type Architecture = keyof typeof PACKAGES;

/** The architecture of this machine. */
export const ownArchitecture = (): Architecture => (process.arch === 'arm64' ? 'arm64' : 'amd64');

/**
 * Fetches Bun for Linux from the npm registry, or takes it from the cache (100 MB each).
 *
 * @returns the program's path
 * @throws {Error} where it can't be had, or is not the pinned one
 */
export async function ensureBun(architecture: Architecture): Promise<string> {
  const { name, sha256 } = PACKAGES[architecture];
  const folder = await inCache(`bun-${VERSION}-${architecture}`, async (target) => {
    await mustRun('npm', ['pack', '--silent', `${name}@${VERSION}`], { cwd: target });
    const [archive = ''] = await readdir(target);
    await verify(join(target, archive), sha256);
    await mustRun('tar', ['-xzf', archive, '--strip-components=2', 'package/bin/bun'], {
      cwd: target,
    });
    await rm(join(target, archive));
  });
  return join(folder, 'bun');
}

/**
 * Makes one executable of a bundled program, which needs nothing else on the machine that runs it. It reads no
 * settings of Bun's from the folder that it is started in. Names are kept, so that traces in Grafana's log say
 * something; the program would be 2 % smaller without.
 */
export async function compileProgram(
  bundle: string,
  architecture: Architecture,
  target: string,
): Promise<void> {
  const bun = await ensureBun(ownArchitecture());
  const base = await ensureBun(architecture);
  const flags = [
    '--compile',
    '--bytecode',
    '--format=esm',
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    `--target=${PACKAGES[architecture].target}`,
    `--compile-executable-path=${base}`,
  ];
  const written = `${resolve(target)}.new`;
  // From within its folder, whose path would else stand in the program.
  const cwd = dirname(bundle);
  await mustRun(bun, ['build', ...flags, basename(bundle), `--outfile=${written}`], { cwd });
  await chmod(written, 0o755);
  await rename(written, target);
}
