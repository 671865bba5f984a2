// Bundles the plugin's front end into dist/plugin.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rspack } from '@rspack/core';
import { config } from './rspack.config.mjs';

const run = () =>
  new Promise((resolve, reject) => {
    const compiler = rspack(config);
    compiler.run((error, stats) => {
      compiler.close(() => (error ? reject(error) : resolve(stats)));
    });
  });

const stats = await run();
if (stats.hasErrors()) {
  console.error(stats.toString({ preset: 'errors-warnings' }));
  process.exit(1);
}
const bundle = readFileSync(join(config.output.path, 'module.js'));
const kib = (bytes) => `${(bytes.length / 1024).toFixed(0)} KiB`;
console.log(`dist/plugin/module.js: ${kib(bundle)}, ${kib(gzipSync(bundle))} gzipped`);
