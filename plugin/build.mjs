// Bundles the app into dist/plugin, or into the folder that is named, with the built logs data source nested in it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rspack } from '@rspack/core';
import { config } from './rspack.config.mjs';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'datasource');
const [folder = config.output.path] = process.argv.slice(2);
const nested = join(folder, 'gpuscope-logs-datasource');

async function bundle() {
  const compiler = rspack({ ...config, output: { ...config.output, path: resolve(folder) } });
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
  const built = join(source, 'dist', 'plugin');
  if (!existsSync(built)) return;
  for (const name of readdirSync(built).filter((file) => file.startsWith('gpx_'))) {
    cpSync(join(built, name), join(nested, name));
  }
}

// The app's bundle empties the folder first.
await bundle();
execFileSync(process.execPath, [join(source, 'build.mjs'), nested], { stdio: 'inherit' });
copyBackend();
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const bytes = readFileSync(join(folder, name));
  const kib = (size) => (size / 1024).toFixed(0);
  console.log(`${name}: ${kib(bytes.length)} KiB, ${kib(gzipSync(bytes).length)} KiB gzipped`);
}
