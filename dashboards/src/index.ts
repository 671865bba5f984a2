export { boards } from './boards/index.js';
export { boardFiles } from './files.js';
export { en } from './messages/en/index.js';
export type { Messages } from './messages/messages.js';
export { FOREIGN_METRICS } from './promql/foreign.js';
export { RECORDED } from './promql/recorded.js';
export type { BoardSpec } from './spec/boardSpec.js';
export type { PanelSpec, QuerySpec } from './spec/panelSpec.js';
export type { VariableSpec } from './spec/variableSpec.js';
