export type {
  Capacity,
  Claim,
  DeviceRef,
  HeldFigure,
  Holder,
  HolderReport,
  LocalHolder,
} from './attribution/claim.js';
export type { ProcessFacts } from './processes/facts.js';
export { MPS_COMMAND } from './processes/mpsCommand.js';
export { placeProcess } from './processes/place.js';
export type { ProcessPlace, UnplacedReason } from './processes/place.js';
export {
  NVML_BOARD_FIELDS,
  NVML_LEAF_FIELDS,
  type NvmlBoardField,
  type NvmlDevice,
  type NvmlFailure,
  type NvmlField,
  type NvmlFigures,
  type NvmlInstance,
  type NvmlLeafField,
  type NvmlLostDevice,
  type NvmlProcess,
  type NvmlSnapshot,
  type NvmlXid,
} from './normalise/nvml/snapshot.js';
export type { CycleInput, CycleOutput, CycleReport, Directory } from './cycle/cycle.js';
export { ERROR_ORIGINS, GpuscopeError } from './errors.js';
export { ENGLISH, fillPlaces, inEnglish, placesOf, say } from './said/index.js';
export type { Said, SaidId, SaidValue } from './said/index.js';
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
export {
  checkRule,
  DEFAULT_IDENTITY,
  describeRule,
  evaluate,
  hostEntryFor,
  IDENTITY_NAMES,
  invert,
  invertHosts,
  isLocalFrom,
  ownerOf,
  resolve,
  resolverOf,
} from './identity/index.js';
export type {
  Atom,
  HostEntry,
  HostRegistry,
  Identity,
  IdentityName,
  IdentityRules,
  NamespaceInfo,
  NotAnswerable,
  PodInfo,
  Predicate,
  RecordFields,
  RecordShape,
  Resolved,
  Rule,
  RuleFrom,
  RuleProblem,
  Subject,
  WorkloadOwner,
} from './identity/index.js';
export { looksAltered } from './identity/value.js';
export {
  CLOCK_EVENT_REASONS,
  countersFile,
  DCGM_FIELDS,
  missingMetrics,
  normaliseDcgm,
  normaliseNvml,
} from './normalise/index.js';
export type {
  Admission,
  Board,
  ClockEventReason,
  DcgmField,
  Drop,
  DropReason,
  HeardXid,
  HolderFigure,
  Instance,
  LeafId,
  LostDevice,
  Reading,
  SourceHolder,
  SourceUnit,
  Telemetry,
  XidSession,
} from './normalise/index.js';
export { ALERT_NEEDS, silencedAlerts } from './series/alertNeeds.js';
export type { SilencedAlert } from './series/alertNeeds.js';
export { NO_TELEMETRY } from './normalise/noTelemetry.js';
export { CATALOG, rowOf } from './series/catalog.js';
export type { DeviceMetric, MetricName } from './series/catalog.js';
export { labelsOf } from './series/metricRow.js';
export type { Audience, Level, MetricRow, Unit } from './series/metricRow.js';
export type { Series } from './series/series.js';
export { readDuration } from './site/units.js';
export { toFamilies } from './series/families.js';
export { podSeries } from './emit/pod.js';
export { createPipeline } from './pipeline.js';
export type { Pipeline, PipelineOptions } from './pipeline.js';
export {
  formatSiteProblem,
  isGpuResource,
  parseLogsFile,
  parseSite,
  parseTenantsFile,
} from './site/index.js';
export type {
  DcgmSourceSite,
  Environment,
  ExporterSite,
  HolderSite,
  HttpAuthSite,
  HttpTlsSite,
  ListenAddress,
  LogsAuthSite,
  LogsFile,
  LogsLimitsSite,
  LogsSite,
  NodeLabelsSite,
  NvmlSourceSite,
  OpaqueSection,
  Parsed,
  ParsedSite,
  ParseSiteOptions,
  PodsSite,
  PolicySite,
  ProcessesHolderSite,
  ReplaySourceSite,
  Site,
  SiteProblem,
  SourceSite,
  SubjectSite,
  TenancySite,
  TenantSite,
  TenantsFile,
} from './site/index.js';
