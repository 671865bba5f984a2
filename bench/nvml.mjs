// What source nvml and holder processes cost on a full node: 8 GPUs with 64 processes on a scripted driver, against the
// same program reading the same from a dcgm-exporter.
// node bench/nvml.mjs [--smoke]
import { benchArguments } from '../scripts/lib/benchArguments.mjs';
import { loadBundled } from '../scripts/lib/loadBundled.mjs';

const { smoke } = await benchArguments('node bench/nvml.mjs [--smoke]');
const { benchNvml } = await loadBundled('bench/nvml/main.ts');
await benchNvml(smoke);
