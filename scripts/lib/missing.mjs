// What this machine has no way to get a server from. Looks at files only: it runs before anything is installed.
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isCached(prefix) {
  const { GPUSCOPE_CACHE, XDG_CACHE_HOME } = process.env;
  const folder = GPUSCOPE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'gpuscope');
  try {
    return readdirSync(folder).some((name) => name.startsWith(prefix));
  } catch {
    return false;
  }
}

const has = (program) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/local/go/bin']
    .filter((folder) => folder !== '')
    .some((folder) => isExecutable(join(folder, program)));

/**
 * @returns {Record<string, string>} suite → what it needs and this machine lacks. With CI=true nothing is left
 *   out: a server that cannot be had is a failure there.
 */
export function missingServers() {
  if (process.env.CI === 'true') return {};
  const apt = has('apt-get') && has('dpkg-deb');
  const prometheus = apt || isCached('prometheus-') || has('prometheus');
  const kubernetes = apt || isCached('kubernetes-') || has('go');
  const noPrometheus = prometheus ? {} : { prometheus: 'needs prometheus and promtool on PATH' };
  const noKubernetes = kubernetes ? {} : { kubernetes: 'needs Go 1.21 or newer on PATH' };
  const exporter = prometheus ? {} : { exporter: noPrometheus.prometheus };
  const nvml = has('gcc') ? {} : { nvml: 'needs gcc on PATH' };
  const host = has('go') || isCached('plugin-host-');
  const plugin = host ? {} : { plugin: 'needs Go 1.21 or newer on PATH' };
  const stores = (has('mvn') && has('unzip')) || isCached('store-elasticsearch-8');
  const logs = !stores
    ? { logs: 'needs mvn and unzip on PATH' }
    : !has('java')
      ? { logs: 'needs Java 17 on PATH' }
      : host
        ? {}
        : { logs: plugin.plugin };
  const chromium = apt || isCached('chromium-') || has('chromium');
  const browser =
    prometheus && logs.logs === undefined && chromium
      ? {}
      : { browser: 'needs Chromium, Prometheus, and Maven with Java 17' };
  const all = prometheus && kubernetes && logs.logs === undefined;
  const slow =
    all && has('gcc') ? {} : { slow: 'needs Prometheus, Go, gcc, and Maven with Java 17' };
  const others = { ...noKubernetes, ...logs, ...plugin, ...browser, ...slow };
  return { ...noPrometheus, ...exporter, ...nvml, ...others };
}
