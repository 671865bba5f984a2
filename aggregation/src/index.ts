export type { Capacity, Claim, DeviceRef, Holder, HolderReport } from './attribution/claim.js';
export type { CycleInput, CycleOutput, CycleReport, Directory } from './cycle.js';
export { ERROR_ORIGINS, GpuscopeError } from './errors.js';
export type { ErrorCode, ErrorOrigin } from './errors.js';
export type {
  Exposition,
  ExpositionFormat,
  ExpositionProblem,
  Family,
  Labels,
  MetricType,
  ProblemCode,
  Sample,
} from './exposition/exposition.js';
export type { Rule, RuleFrom, IdentityRules } from './identity/rules.js';
export type { HostEntry, Identity, NamespaceInfo, PodInfo, Subject } from './identity/subject.js';
export type {
  Board,
  Drop,
  DropReason,
  HolderFigure,
  Instance,
  LeafId,
  Reading,
  SourceHolder,
  Telemetry,
} from './normalise/telemetry.js';
export { CATALOG, rowOf } from './series/catalog.js';
export type { DeviceMetric, MetricName } from './series/catalog.js';
export { labelsOf } from './series/metricRow.js';
export type { Audience, Level, MetricRow, Unit } from './series/metricRow.js';
export type { Series } from './series/series.js';
