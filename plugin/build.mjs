// Bundles the app into dist/plugin, or into the folder that is named, with the built logs data source nested in it.
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rspack } from '@rspack/core';
import { config as source } from '../datasource/rspack.config.mjs';
import { config as app } from './rspack.config.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [folder = app.output.path] = process.argv.slice(2);
const nested = join(folder, source.output.uniqueName);

/** One bundle after the other: the app's empties the folder first. */
async function bundle(config, path) {
  const compiler = rspack({ ...config, output: { ...config.output, path: resolve(path) } });
  const stats = await new Promise((done, fail) => {
    compiler.run((error, result) => {
      compiler.close(() => (error ? fail(error) : done(result)));
    });
  });
  if (!stats.hasErrors()) return;
  console.error(stats.toString({ preset: 'errors-warnings' }));
  process.exit(1);
}

/** The backend's executables, where they have been built. */
function copyBackend() {
  const built = join(here, '..', 'datasource', 'dist', 'plugin');
  if (!existsSync(built)) return;
  for (const name of readdirSync(built).filter((file) => file.startsWith('gpx_'))) {
    cpSync(join(built, name), join(nested, name));
  }
}

await bundle(app, folder);
await bundle(source, nested);
copyBackend();
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const bytes = readFileSync(join(folder, name));
  const kib = (size) => (size / 1024).toFixed(0);
  console.log(`${name}: ${kib(bytes.length)} KiB, ${kib(gzipSync(bytes).length)} KiB gzipped`);
}
