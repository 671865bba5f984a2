// What the log data source costs, as ratios: newest lines of one app of 200,000 records in a real Elasticsearch, ours
// against the store's own answers to the same question in the same run.
// node bench/logs.mjs [--smoke] [--store elasticsearch-8.19]
import { mkdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.cache/gpuscope');
const outfile = join(folder, `bench-logs-${process.pid}.mjs`);
const own = (name, path) => [`@gpuscope/${name}`, join(root, path)];

await mkdir(folder, { recursive: true });
await build({
  entryPoints: [join(root, 'bench/logs/main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: Object.fromEntries([
    own('aggregation/logs', 'aggregation/src/logs/index.ts'),
    own('aggregation/scope', 'aggregation/src/scope/index.ts'),
    own('aggregation', 'aggregation/src/index.ts'),
    own('access', 'access/src/index.ts'),
    own('datasource/backend', 'datasource/backend/index.ts'),
    own('datasource/shared', 'datasource/shared/index.ts'),
  ]),
  logLevel: 'warning',
});
const { benchLogs } = await import(pathToFileURL(outfile).href);
await benchLogs(process.argv.slice(2));
