import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mustRun } from '../../../servers/command.js';
import { sourcesHash } from './sourcesHash.js';

/** Something that a script of ours bundles for browsers. */
export interface FrontEnd {
  readonly name: string;
  /** The script, below the root; it takes the folder that it is to make. */
  readonly script: string;
  /** All that goes into it, below the root. */
  readonly sources: readonly string[];
  /** Where it belongs, and a file without which it is not whole. */
  readonly folder: string;
  readonly file: string;
}

const SHARED = ['package-lock.json', 'aggregation/src', 'datasource/shared'];

/** The app with the log source in it. */
export const APP: FrontEnd = {
  name: 'the plugins',
  script: 'plugin/build.mjs',
  sources: [
    ...SHARED,
    'plugin/src',
    'plugin/build.mjs',
    'plugin/rspack.config.mjs',
    'dashboards/src',
    'datasource/src',
    'datasource/rspack.config.mjs',
  ],
  folder: 'plugin/dist/plugin',
  file: 'module.js',
};

export const PAGE: FrontEnd = {
  name: "the preview's page",
  script: 'preview/build.mjs',
  sources: [
    'package-lock.json',
    'preview/host',
    'preview/build.mjs',
    'preview/rspack.config.mjs',
    'preview/package.json',
  ],
  folder: 'preview/dist/host',
  file: 'index.html',
};

/** Beside the folder, which a build empties. */
const stampOf = (root: string, { folder }: FrontEnd): string => join(root, `${folder}.built-from`);

const isThere = (root: string, { folder, file }: FrontEnd): Promise<boolean> =>
  readFile(join(root, folder, file)).then(
    () => true,
    () => false,
  );

/**
 * Bundles what is out of date, as its sources tell.
 *
 * @returns whether there was anything to do
 * @throws {Error} with the bundler's words
 */
export async function buildFrontEnd(root: string, frontEnd: FrontEnd): Promise<boolean> {
  const hash = await sourcesHash(root, frontEnd.sources);
  const stamp = stampOf(root, frontEnd);
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === hash && (await isThere(root, frontEnd))) return false;
  const target = join(root, frontEnd.folder);
  await mkdir(dirname(target), { recursive: true });
  await bundleInto(target, join(root, frontEnd.script), root);
  await writeFile(stamp, hash);
  return true;
}

/**
 * Bundles what is out of date, and copies it to where it is served from: whoever builds anew meanwhile takes nothing away
 * from those who look.
 *
 * @returns whether there was anything to bundle
 */
export async function serveFrontEnd(
  root: string,
  frontEnd: FrontEnd,
  served: string,
): Promise<boolean> {
  const isNew = await buildFrontEnd(root, frontEnd);
  await cp(join(root, frontEnd.folder), served, { recursive: true });
  return isNew;
}

/** Beside the place first: what is broken off, or done by two at once, never lies there half. */
async function bundleInto(target: string, script: string, cwd: string): Promise<void> {
  const fresh = `${target}.${process.pid}`;
  try {
    await mustRun(process.execPath, [script, fresh], { cwd });
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}
