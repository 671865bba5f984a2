// What scrolling a long list of log lines costs in a browser: 10,000 lines against 200 of the same, in one run.
// node bench/scroll.mjs [--smoke]
import { loadBundled } from '../scripts/lib/loadBundled.mjs';

const { benchScroll } = await loadBundled('bench/scroll/main.ts');
await benchScroll(process.argv.slice(2));
