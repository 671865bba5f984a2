// The scripts use the same server code as the tests: bundled from its source, so that no build must come first.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** @returns {Promise<typeof import('../../test/servers/index.js')>} needs `bootstrap()` to have run */
export async function loadServers() {
  const { build } = await import('esbuild');
  const folder = join(root, 'node_modules/.cache/gpuscope');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `servers-${process.pid}.mjs`);
  await build({
    entryPoints: [join(root, 'test/servers/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return import(pathToFileURL(outfile).href);
}
