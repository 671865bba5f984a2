// What the log data source costs, as ratios: newest lines of one app of 200,000 records in a real Elasticsearch, ours
// against the store's own answers to the same question in the same run.
// node bench/logs.mjs [--smoke] [--store elasticsearch-8.19]
import { benchArguments } from '../scripts/lib/benchArguments.mjs';
import { loadBundled } from '../scripts/lib/loadBundled.mjs';

const values = await benchArguments('node bench/logs.mjs [--smoke] [--store KIND]', {
  store: { type: 'string', default: 'elasticsearch-8.19' },
});
const { benchLogs } = await loadBundled('bench/logs/main.ts', {
  alias: {
    '@gpuscope/aggregation/logs': 'aggregation/src/logs/index.ts',
    '@gpuscope/aggregation/scope': 'aggregation/src/scope/index.ts',
    '@gpuscope/aggregation': 'aggregation/src/index.ts',
    '@gpuscope/access': 'access/src/index.ts',
    '@gpuscope/datasource/backend': 'datasource/backend/index.ts',
    '@gpuscope/datasource/shared': 'datasource/shared/index.ts',
  },
});
await benchLogs(values);
