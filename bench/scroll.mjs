// What scrolling a long list of log lines costs in a browser: 10,000 lines against 200 of the same, in one run.
// node bench/scroll.mjs [--smoke]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/gpuscope');
const outfile = join(folder, `bench-scroll-${process.pid}.mjs`);

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(root, 'bench/scroll/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { benchScroll } = await import(pathToFileURL(outfile).href);
await benchScroll(process.argv.slice(2));
