import type { Said } from '@gpuscope/aggregation';
import { DEFAULT_IDENTITY, GpuscopeError, say } from '@gpuscope/aggregation';
import type { AppLogsSecrets, AppLogsSettings } from '@gpuscope/datasource/shared';
import type { ClusterSource } from '@gpuscope/aggregation/logs';
import type { Limits, SourceSettings, StoreTarget } from './sourceSettings.js';
import { DEFAULT_LIMITS } from './sourceSettings.js';

type Problems = Said[];

function authOf(
  { auth = 'none', user }: AppLogsSettings,
  { password, apiKey }: AppLogsSecrets,
  problems: Problems,
): StoreTarget['auth'] {
  if (auth === 'basic') {
    if (user === undefined) problems.push(say('settings.userMissing'));
    if (password === undefined) problems.push(say('settings.passwordMissing'));
    return { kind: 'basic', user: user ?? '', password: password ?? '' };
  }
  if (auth === 'apiKey') {
    if (apiKey === undefined) problems.push(say('settings.keyMissing'));
    return { kind: 'apiKey', apiKey: apiKey ?? '' };
  }
  return { kind: 'none' };
}

function clusterOf({ cluster, clusterField }: AppLogsSettings, problems: Problems): ClusterSource {
  if (cluster !== undefined && clusterField !== undefined)
    problems.push(say('settings.twoClusters'));
  return clusterField === undefined
    ? { kind: 'only', cluster: cluster ?? '' }
    : { kind: 'field', field: clusterField };
}

function limitsOf({ limits = {} }: AppLogsSettings): Limits {
  return {
    rangeMs:
      limits.rangeHours === undefined ? DEFAULT_LIMITS.rangeMs : limits.rangeHours * 3_600_000,
    lines: limits.lines ?? DEFAULT_LIMITS.lines,
    perTenant: limits.perTenant ?? DEFAULT_LIMITS.perTenant,
  };
}

/**
 * Settings as written in Grafana, for a single tenant: whoever may open the data source sees all of it. Throws
 * SETTINGS_INVALID with all that is wrong.
 */
export function fromGrafana(settings: AppLogsSettings, secrets: AppLogsSecrets): SourceSettings {
  const problems: Problems = [];
  const { product = 'elasticsearch', nodes = [], index, caCertificate, prometheusUrl } = settings;
  if (nodes.length === 0) problems.push(say('settings.noNodes'));
  if (index === undefined) problems.push(say('settings.noIndex'));
  const auth = authOf(settings, secrets, problems);
  const cluster = clusterOf(settings, problems);
  if (problems.length > 0)
    throw new GpuscopeError('SETTINGS_INVALID', say('settings.parts', { problems }));
  return {
    store: { product, nodes, auth, ...(caCertificate !== undefined && { ca: caCertificate }) },
    index: index ?? '',
    cluster,
    shape: settings.shape ?? 'auto',
    limits: limitsOf(settings),
    identity: DEFAULT_IDENTITY,
    hosts: new Map(),
    tenancy: { policy: { kind: 'everything' }, operators: [], services: new Map() },
    ...(prometheusUrl !== undefined && { prometheusUrl }),
    files: [],
  };
}
