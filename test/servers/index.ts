export { cacheDir } from './cache.js';
export { mustRun, runCommand, type CommandResult } from './command.js';
export { freePort } from './freePort.js';
export { startProcess, withFreePort, type ServerProcess, type ServerSpec } from './process.js';
export { startPrometheus, type PrometheusOptions, type PrometheusServer } from './prometheus.js';
export type { InstantSample, QueryRange, RangeSeries } from './prometheusApi.js';
export { ensurePrometheus, type PrometheusPrograms } from './prometheusProgram.js';
export { checkMetrics, checkRules, createBlocks, promtool, testRules } from './promtool.js';
export { createAuthority, type Authority, type Certificate } from './certificates.js';
export { buildKubernetes } from './kubernetes/build.js';
export type { KubernetesAccess } from './kubernetes/access.js';
export type { ApiResponse } from './kubernetes/request.js';
export {
  startKubernetes,
  type KubernetesOptions,
  type KubernetesServer,
} from './kubernetes/server.js';
export { sharedClusterVariable, sharedKubernetes } from './kubernetes/shared.js';
export { temporaryFolder, type TemporaryFolder } from './temporaryFolder.js';
export { ensureHelm } from './helm.js';
export { ensureLuaJit } from './luajit.js';
export { lintChart, renderChart, renderManifests } from './manifests.js';
export { monitoringCrds } from './monitoringCrds.js';
export { ensurePluginHost } from './pluginHost.js';
export { compileProgram, ensureBun, ownArchitecture, type Architecture } from './bun.js';
export { defaultStoreKinds, storeDialect, storeKinds, type StoreKind } from './stores/kinds.js';
export { startStoreBroker } from './stores/broker.js';
export { mustRequestStore, requestStore, type StoreAddress } from './stores/request.js';
export {
  ensureStore,
  startStore,
  type StoreOptions,
  type StorePlace,
  type StoreServer,
} from './stores/server.js';
export { sharedStore, sharedStoresVariable, type SharedStore } from './stores/shared.js';
export { ensureRsyslog, startRsyslog, type RsyslogProgram } from './rsyslog/index.js';
export { ensureGrafana13Packages } from './grafana13.js';
export { ensureChromium, type ChromiumProgram } from './chromium.js';
