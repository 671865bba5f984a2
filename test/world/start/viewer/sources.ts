import type { BootSource } from '@gpuscope/preview/server';
import type { ReadyLogs, ReadySite } from './viewer.js';

export const LOGS_PLUGIN = 'gpuscope-logs-datasource';
export const APP_PLUGIN = 'gpuscope-app';

/** A data source as Grafana is told of it, too. */
export interface SiteSource extends BootSource {
  /** Empty where the plugin has the address in its own settings. */
  readonly url: string;
}

/** The key of the app's settings that says which data source is asked for what. */
export type SourceKey = 'metricsUid' | 'logsUid' | 'eventsUid';

const UIDS: Readonly<Record<SourceKey, string>> = {
  metricsUid: 'prometheus',
  logsUid: 'gpuscope-logs',
  eventsUid: 'gpuscope-events',
};

/** The data sources of a site, for a Grafana that is its own. */
export const siteSources = (site: ReadySite): readonly SiteSource[] => [
  metricsSource(site.prometheus),
  ...(site.logs === undefined ? [] : logSources(site.logs, site.prometheus, { setUp: 'file' })),
];

const BESIDE = 'simulated-';

/**
 * The data sources of a site, for a Grafana that has others: by names that are nobody's. Its own file says nothing of
 * this site, so whom a line belongs to is found out by the usual rules.
 */
export const givenSources = (site: ReadySite): readonly SiteSource[] =>
  [
    metricsSource(site.prometheus),
    ...(site.logs === undefined
      ? []
      : logSources(site.logs, site.prometheus, storeSettings(site.logs, site.prometheus))),
  ].map((source) => ({
    ...source,
    uid: `${BESIDE}${source.uid}`,
    name: `${source.name} (simulated site)`,
    isDefault: false,
  }));

const metricsSource = (url: string): SiteSource => ({
  uid: UIDS.metricsUid,
  type: 'prometheus',
  name: 'Prometheus',
  isDefault: true,
  url,
  // How close the past is recorded, by which Grafana chooses steps.
  jsonData: { httpMethod: 'POST', timeInterval: '15s' },
});

function logSources(
  logs: ReadyLogs,
  prometheus: string,
  lines: SiteSource['jsonData'],
): readonly SiteSource[] {
  const common = { type: LOGS_PLUGIN, url: '' };
  const source = { ...common, uid: UIDS.logsUid, name: 'App logs', jsonData: lines };
  if (logs.eventsIndex === undefined) return [source];
  const jsonData = { ...storeSettings(logs, prometheus), index: logs.eventsIndex };
  return [source, { ...common, uid: UIDS.eventsUid, name: 'Kubernetes events', jsonData }];
}

const storeSettings = (
  { store, product, cluster, index }: ReadyLogs,
  prometheusUrl: string,
): SiteSource['jsonData'] => ({
  setUp: 'here',
  product,
  nodes: [store],
  index,
  cluster,
  prometheusUrl,
});

/** The app's settings: which of the data sources its pages ask. */
export const appSettings = (
  sources: readonly SiteSource[],
): Readonly<Partial<Record<SourceKey, string>>> =>
  Object.fromEntries(
    Object.entries(UIDS).flatMap(([key, usual]) =>
      sources.flatMap(({ uid }) =>
        uid === usual || uid === `${BESIDE}${usual}` ? [[key, uid]] : [],
      ),
    ),
  );
