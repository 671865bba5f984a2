// Runs TypeScript of this repository from its source, so that no build must come first.
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/**
 * Bundles a module and its own imports, and loads it; packages stay what node_modules holds.
 * @param {string} entry path within the repository
 * @param {{ alias?: Record<string, string> }} [options] `alias`: import names and the files, within the repository, that
 *   stand for them
 */
export async function loadBundled(entry, { alias = {} } = {}) {
  const { build } = await import('esbuild');
  const folder = join(root, 'node_modules/.cache/gpuscope');
  await mkdir(folder, { recursive: true });
  const name = `${basename(dirname(entry))}-${basename(entry, '.ts')}`;
  const outfile = join(folder, `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: Object.fromEntries(Object.entries(alias).map(([from, to]) => [from, join(root, to)])),
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
