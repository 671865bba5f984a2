export { run } from './commands/index.js';
export type { Io } from './commands/command.js';
export type { DirectoryStatus, HolderSource, PodDirectory, Source } from './ports.js';
export { SELF_METRICS } from './selfMetricRows.js';
export type { SelfMetricRow } from './selfMetricRows.js';
export { VERSION } from './version.js';
