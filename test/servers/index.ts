export { cacheDir } from './cache.js';
export { mustRun, runCommand, type CommandResult } from './command.js';
export { freePort } from './freePort.js';
export { startProcess, withFreePort, type ServerProcess, type ServerSpec } from './process.js';
export { startPrometheus, type PrometheusOptions, type PrometheusServer } from './prometheus.js';
export type { InstantSample, QueryRange, RangeSeries } from './prometheusApi.js';
export { ensurePrometheus, type PrometheusPrograms } from './prometheusProgram.js';
export { checkMetrics, checkRules, createBlocks, promtool, testRules } from './promtool.js';
