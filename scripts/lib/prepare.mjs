// Servers are fetched and built while suites that don't need them run.
import { loadServers } from './servers.mjs';
import { step } from './steps.mjs';

const uses = {
  prometheus: ['prometheus'],
  exporter: ['prometheus'],
  logs: ['pluginHost', 'bun', 'stores'],
  plugin: ['pluginHost', 'bun'],
  browser: ['prometheus', 'previewStore', 'chromium'],
  kubernetes: ['prometheus', 'kubernetes', 'helm'],
  slow: ['prometheus', 'kubernetes', 'helm', 'stores', 'slowStores'],
};

const labels = {
  prometheus: 'Fetching Prometheus',
  kubernetes: 'Building the Kubernetes API server (minutes when cold)',
  stores: 'Fetching Elasticsearch and OpenSearch',
  previewStore: 'Fetching OpenSearch and rsyslog',
  chromium: 'Fetching Chromium',
  slowStores: 'Fetching further Elasticsearch and OpenSearch',
  pluginHost: 'Building a host for the plugin (a minute when cold)',
  bun: 'Fetching Bun',
  helm: 'Building Helm (minutes when cold)',
};

function fetchers({ ensurePrometheus, buildKubernetes, ensureHelm, ...servers }) {
  const { storeKinds, defaultStoreKinds, ensureStore } = servers;
  const others = storeKinds.filter((kind) => !defaultStoreKinds.includes(kind));
  const inTurn = async (kinds) => {
    for (const kind of kinds) await ensureStore(kind);
  };
  return {
    prometheus: ensurePrometheus,
    kubernetes: buildKubernetes,
    helm: ensureHelm,
    pluginHost: servers.ensurePluginHost,
    previewStore: async () => {
      await ensureStore('opensearch-2.19');
      await servers.ensureRsyslog();
    },
    chromium: servers.ensureChromium,
    bun: () => servers.ensureBun(servers.ownArchitecture()),
    stores: () => inTurn(defaultStoreKinds),
    slowStores: () => inTurn(others),
  };
}

/**
 * Starts getting what the suites need.
 * @param {readonly { name: string }[]} suites
 * @returns {Promise<(suite: { name: string }) => Promise<void>>} waits for one suite's servers, and rejects when
 *   one of them cannot be had
 */
export async function prepareServers(suites) {
  const wanted = new Set(suites.flatMap((suite) => uses[suite.name] ?? []));
  if (wanted.size === 0) return async () => {};
  const servers = await loadServers();
  const fetch = fetchers(servers);
  const fetching = new Map();
  for (const name of wanted) {
    const entry = { isDone: false };
    entry.result = fetch[name]().then(() => void (entry.isDone = true));
    entry.result.catch(() => {}); // whoever waits for it reports it
    fetching.set(name, entry);
  }
  return async (suite) => {
    for (const name of uses[suite.name] ?? []) {
      const { isDone, result } = fetching.get(name);
      if (!isDone) await step(labels[name], () => result);
    }
  };
}
