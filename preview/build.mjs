// Bundles the preview's page into dist/host, or into the folder that is named.
import { gzipSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rspack } from '@rspack/core';
import { config } from './rspack.config.mjs';

const [folder = config.output.path] = process.argv.slice(2);

const run = () =>
  new Promise((done, fail) => {
    const compiler = rspack({ ...config, output: { ...config.output, path: resolve(folder) } });
    compiler.run((error, stats) => {
      compiler.close(() => (error ? fail(error) : done(stats)));
    });
  });

const stats = await run();
if (stats.hasErrors()) {
  console.error(stats.toString({ preset: 'errors-warnings' }));
  process.exit(1);
}
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
const sizes = scripts.map((file) => gzipSync(readFileSync(join(folder, file))).length);
const total = sizes.reduce((sum, size) => sum + size, 0);
const start = sizes[scripts.findIndex((file) => file.startsWith('start.'))] ?? 0;
const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
console.log(`host: ${kib(start)} gzipped to start with, ${kib(total)} in ${scripts.length} files`);
