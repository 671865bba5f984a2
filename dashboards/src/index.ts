export { boardOf, boards } from './boards/index.js';
export { exporterBoard } from './boards/exporter.js';
export { healthBoard } from './boards/health.js';
export { nodeBoard } from './boards/node.js';
export { overviewBoard } from './boards/overview.js';
export { quotaBoard } from './boards/quota.js';
export { wasteBoard } from './boards/waste.js';
export { appBoard, userBoard } from './boards/workload.js';
export { boardFiles } from './files.js';
export { boardJson } from './grafana/board.js';
export { sourceText } from './grafana/links.js';
export { panelOptions, type PanelOptions } from './grafana/panel.js';
export type { LinkUrl, RenderOptions } from './grafana/rendering.js';
export { choiceQuery, variableJson } from './grafana/variable.js';
export {
  LISTS,
  topTrend,
  type FigureId,
  type FigureSpec,
  type ListId,
  type ListSpec,
  type RowLabel,
} from './lists/listSpec.js';
export { en } from './messages/en/index.js';
export { LANGUAGES, messagesOf, type Language } from './messages/languages.js';
export type { Messages } from './messages/messages.js';
export { FOREIGN_METRICS } from './promql/foreign.js';
export { SELF_NAMES } from './promql/self.js';
export { RECORDED } from './promql/recorded.js';
export type { BoardSpec, MarkSpec, SectionSpec } from './spec/boardSpec.js';
export type { Level, Threshold } from './spec/level.js';
export { BOARD_IDS } from './spec/link.js';
export type {
  BoardId,
  ChoiceName,
  LinkSource,
  LinkSpec,
  LinkTarget,
  VariableName,
} from './spec/link.js';
export { MAP_CODES } from './spec/mapCodes.js';
export type { Mapping } from './spec/mapping.js';
export { isOwn, OWN_KINDS, plainOf } from './spec/panelSpec.js';
export type {
  ColumnSpec,
  LinesPanel,
  MatrixPanel,
  NumberPanel,
  OwnKind,
  OwnPanel,
  PanelSpec,
  QuerySpec,
  StatesPanel,
  StockPanel,
  TablePanel,
} from './spec/panelSpec.js';
export type { PanelText } from './spec/panelText.js';
export type { Prices } from './spec/prices.js';
export type { Role } from './spec/role.js';
export { currencyOf, type Money, type Unit } from './spec/unit.js';
export type { VariableSpec } from './spec/variableSpec.js';
