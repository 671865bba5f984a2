// What source nvml and holder processes cost on a full node: 8 GPUs with 64 processes on a scripted driver, against the
// same program reading the same from a dcgm-exporter.
// node bench/nvml.mjs [--smoke]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/gpuscope');
const outfile = join(folder, `bench-nvml-${process.pid}.mjs`);

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(root, 'bench/nvml/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { benchNvml } = await import(pathToFileURL(outfile).href);
await benchNvml(process.argv.slice(2));
