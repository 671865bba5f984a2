// Bundles the plugin's front end into dist/plugin, or into the folder that is named.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
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
const bundle = readFileSync(join(folder, 'module.js'));
const kib = (bytes) => `${(bytes.length / 1024).toFixed(0)} KiB`;
console.log(`module.js: ${kib(bundle)}, ${kib(gzipSync(bundle))} gzipped`);
