import type { BootSource } from '@gpuscope/preview/server';
import type { ReadyLogs, ReadySite } from './viewer.js';

const METRICS = 'prometheus';
const LOGS = 'gpuscope-logs';
const EVENTS = 'gpuscope-events';

export const LOGS_PLUGIN = 'gpuscope-logs-datasource';
export const APP_PLUGIN = 'gpuscope-app';

/** A data source as Grafana is told of it, too. */
export interface SiteSource extends BootSource {
  /** Empty where the plugin has the address in its own settings. */
  readonly url: string;
}

/** The data sources of a site. */
export function siteSources({ prometheus, logs }: ReadySite): readonly SiteSource[] {
  const metrics: SiteSource = {
    uid: METRICS,
    type: 'prometheus',
    name: 'Prometheus',
    isDefault: true,
    url: prometheus,
    // The scrape interval, by which Grafana chooses steps.
    jsonData: { httpMethod: 'POST', timeInterval: '15s' },
  };
  return logs === undefined
    ? [metrics]
    : [metrics, linesSource(), ...eventSources(logs, prometheus)];
}

/** How lines are read is said by gpuscope.yaml: who a pod belongs to is a matter of the site's own rules. */
const linesSource = (): SiteSource => ({
  uid: LOGS,
  type: LOGS_PLUGIN,
  name: 'App logs',
  url: '',
  jsonData: { setUp: 'file' },
});

function eventSources(logs: ReadyLogs, prometheusUrl: string): readonly SiteSource[] {
  const { store, product, cluster, eventsIndex: index } = logs;
  if (index === undefined) return [];
  const jsonData = { setUp: 'here', product, nodes: [store], index, cluster, prometheusUrl };
  return [{ uid: EVENTS, type: LOGS_PLUGIN, name: 'Kubernetes events', url: '', jsonData }];
}

/** The app's settings: which of them its pages ask. */
export function appSettings(sources: readonly SiteSource[]): Readonly<Record<string, string>> {
  const has = (uid: string): boolean => sources.some((source) => source.uid === uid);
  return {
    metricsUid: METRICS,
    ...(has(LOGS) && { logsUid: LOGS }),
    ...(has(EVENTS) && { eventsUid: EVENTS }),
  };
}
