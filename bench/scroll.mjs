// What scrolling a long list of log lines costs in a browser: 10,000 lines against 200 of the same, in one run.
// node bench/scroll.mjs [--smoke]
import { benchArguments } from '../scripts/lib/benchArguments.mjs';
import { loadBundled } from '../scripts/lib/loadBundled.mjs';

const { smoke } = await benchArguments('node bench/scroll.mjs [--smoke]');
const { benchScroll } = await loadBundled('bench/scroll/main.ts');
await benchScroll(smoke);
