// Jest runs this once before the first test file of the suite "browser". It starts no preview yet: the first test file
// that asks for one does, unless GRAFANA_URL names a Grafana to walk instead.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/root.mjs';

/** @returns {Promise<typeof import('./support/previewBroker.js') & typeof import('./support/startPreview.js')>} */
async function loadBroker() {
  const folder = join(root, 'node_modules/.cache/gpuscope');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, `preview-broker-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: "export * from './previewBroker.js'; export * from './startPreview.js';",
      resolveDir: join(root, 'test/browser/support'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

const setUp = async () => {
  if (globalThis.gpuscopePreviewBroker !== undefined) return;
  const { previewBrokerVariable, startPreviewBroker, startWholePreview } = await loadBroker();
  const broker = await startPreviewBroker(startWholePreview);
  process.env[previewBrokerVariable] = broker.url;
  globalThis.gpuscopePreviewBroker = broker;
};

export default setUp;
