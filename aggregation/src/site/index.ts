export type { Environment } from './environment.js';
export type { HttpAuthSite, HttpTlsSite, ListenAddress } from './network.js';
export type { LogsAuthSite, LogsLimitsSite, LogsSite } from './logs.js';
export type { LogsFile } from './logsFile.js';
export type { Parsed, ParsedSite, ParseSiteOptions } from './parse.js';
export { parseLogsFile, parseSite, parseTenantsFile } from './parse.js';
export type { SiteProblem } from './problem.js';
export { formatSiteProblem } from './problem.js';
export { isGpuResource } from './resources.js';
export type {
  ExporterSite,
  HolderSite,
  NodeLabelsSite,
  OpaqueSection,
  PodsSite,
  ProcessesHolderSite,
  Site,
} from './site.js';
export type { DcgmSourceSite } from './sources/dcgm.js';
export type { SourceSite } from './sources/index.js';
export type { NvmlSourceSite } from './sources/nvml.js';
export type { ReplaySourceSite } from './sources/replay.js';
export type { PolicySite, SubjectSite, TenancySite } from './tenancy.js';
export type { TenantSite, TenantsFile } from './tenantsFile.js';
