export type { Capacity, Claim, DeviceRef, Holder, HolderReport } from './attribution/claim.js';
export type { CycleInput, CycleOutput, CycleReport, Directory } from './cycle/cycle.js';
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
export {
  contentTypeOf,
  DEFAULT_EXPOSITION_LIMITS,
  expositionChunks,
  familiesOf,
  formatOf,
  negotiateFormat,
  parseExposition,
  serialiseExposition,
} from './exposition/index.js';
export type {
  ExpositionLimits,
  ParseOptions,
  SeriesFamily,
  SeriesSample,
} from './exposition/index.js';
export { DEFAULT_IDENTITY, hostEntryFor, ownerOf, resolve, resolverOf } from './identity/index.js';
export { looksAltered } from './identity/value.js';
export type { HostRegistry, Resolved } from './identity/index.js';
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
export { countersFile, missingMetrics, normaliseDcgm } from './normalise/index.js';
export type { Admission } from './normalise/index.js';
export { ALERT_NEEDS, silencedAlerts } from './series/alertNeeds.js';
export type { SilencedAlert } from './series/alertNeeds.js';
export { CATALOG, rowOf } from './series/catalog.js';
export type { DeviceMetric, MetricName } from './series/catalog.js';
export { labelsOf } from './series/metricRow.js';
export type { Audience, Level, MetricRow, Unit } from './series/metricRow.js';
export type { Series } from './series/series.js';
export { toFamilies } from './series/families.js';
export { podSeries } from './emit/pod.js';
export { createPipeline } from './pipeline.js';
export type { Pipeline, PipelineOptions } from './pipeline.js';
export { formatSiteProblem, isGpuResource, parseSite } from './site/index.js';
export type {
  DcgmSourceSite,
  ExporterSite,
  HolderSite,
  HttpAuthSite,
  HttpTlsSite,
  ListenAddress,
  ParsedSite,
  PodsSite,
  ReplaySourceSite,
  Site,
  SiteProblem,
  SourceSite,
} from './site/index.js';
