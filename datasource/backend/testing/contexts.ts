import type { PluginContext, PluginQuery } from '../pluginProtocol/plugin.js';

export const NEVER = new AbortController().signal;

/** What Grafana says of a data source that was set up in it, with what a test changes. */
export function contextOf(
  some: {
    readonly jsonData?: unknown;
    readonly login?: string;
    readonly role?: string;
    readonly uid?: string;
    readonly orgId?: number;
    readonly updatedMs?: number;
    readonly grafanaUrl?: string;
  } = {},
): PluginContext {
  const { login = 'li.wei', role = 'Viewer', uid = 'logs', orgId = 1, updatedMs = 1 } = some;
  return {
    orgId,
    pluginId: 'gpuscope-logs-datasource',
    pluginVersion: '0.1.0',
    user: { login, name: login, email: '', role },
    dataSource: {
      uid,
      name: 'Logs',
      updatedMs,
      url: '',
      user: '',
      database: '',
      jsonData: some.jsonData ?? {
        nodes: ['http://127.0.0.1:9200'],
        index: 'logs-*',
        cluster: 'idc1',
      },
      secrets: {},
    },
    grafanaConfig: some.grafanaUrl === undefined ? {} : { GF_APP_URL: some.grafanaUrl },
    userAgent: '',
    namespace: '',
  };
}

const HOUR_MS = 3_600_000;
export const RANGE = { fromMs: 1_700_000_000_000, toMs: 1_700_000_000_000 + HOUR_MS };

/** A query as Grafana sends it. */
export const queryOf = (json: unknown, some: Partial<PluginQuery> = {}): PluginQuery => ({
  refId: 'A',
  queryType: '',
  json,
  ...RANGE,
  intervalMs: 60_000,
  maxDataPoints: 1000,
  ...some,
});
