import type { Choice } from '../choice/index.js';
import type { Boot, Preview } from '../start/preview.js';
import { panelMetas } from './panels.js';
import { metaOf, readPluginJson, type PluginJson } from './pluginFiles.js';
import { PROMETHEUS, PROMETHEUS_JSON, settingsOf, type Settings } from './sources.js';

export const APP_ID = 'gpuscope-app';

/** The Grafana whose packages this page is made of. */
const VERSION = '12.4.10';

// What is on in a fresh Grafana 12.4 and changes how its components look or behave.
const TOGGLES = { newPanelPadding: true, tabularNumbers: true, dashboardScene: true };

const permissionsOf = (role: string): Record<string, true> =>
  Object.fromEntries(
    [
      'datasources:read',
      'datasources:query',
      'plugins.app:access',
      ...(role === 'Admin' ? ['plugins:write', 'plugins:install', 'datasources:write'] : []),
    ].map((action) => [action, true]),
  );

const userOf = ({ user }: Boot, { theme, language, role = user.role }: Choice) => ({
  id: 1,
  uid: 'preview',
  isSignedIn: true,
  login: user.login,
  name: user.login,
  email: '',
  orgId: 1,
  orgName: 'preview',
  orgRole: role,
  isGrafanaAdmin: false,
  theme,
  lightTheme: theme === 'light',
  language,
  locale: language,
  regionalFormat: language,
  timezone: 'browser',
  weekStart: 'browser',
  permissions: permissionsOf(role),
  analytics: { identifier: '' },
  authenticatedBy: '',
  helpFlags1: 0,
  hasEditPermissionInFolders: false,
  gravatarUrl: '',
  orgCount: 1,
});

const appOf = ({ id, info }: PluginJson) => ({
  id,
  path: metaOf({ id, type: 'app', name: id, info })['module'],
  version: info.version,
  preload: false,
  angular: { detected: false, hideDeprecation: false },
  loadingStrategy: 'script',
  dependencies: { grafanaDependency: '', plugins: [], extensions: { exposedComponents: [] } },
  extensions: {
    addedLinks: [],
    addedComponents: [],
    addedFunctions: [],
    exposedComponents: [],
    extensionPoints: [],
  },
});

const settings = (app: PluginJson, sources: readonly Settings[]) => ({
  appUrl: `${window.location.origin}/`,
  appSubUrl: '',
  namespace: 'default',
  minRefreshInterval: '5s',
  defaultDatasource: sources.find(({ isDefault }) => isDefault)?.name ?? '',
  datasources: Object.fromEntries(sources.map((source) => [source.name, source])),
  panels: panelMetas(),
  apps: { [app.id]: appOf(app) },
  featureToggles: { ...TOGGLES },
  exploreEnabled: false,
  liveEnabled: false,
  unifiedAlertingEnabled: false,
  buildInfo: {
    version: VERSION,
    versionString: `gpuscope preview on ${VERSION}`,
    commit: '',
    commitShort: '',
    buildstamp: 0,
    edition: 'Open Source',
    env: 'production',
    latestVersion: '',
    hasUpdate: false,
    hideVersion: false,
  },
});

/** The boot data that Grafana's server would have written into its page. */
export const bootDataOf = (
  boot: Boot,
  choice: Choice,
  app: PluginJson,
  sources: readonly Settings[],
) => ({
  settings: settings(app, sources),
  user: userOf(boot, choice),
  navTree: [],
  assets: { light: '', dark: '' },
});

async function sourcesOf({ datasources }: Boot): Promise<readonly Settings[]> {
  const types = [...new Set(datasources.map(({ type }) => type))];
  const read = async (type: string): Promise<[string, PluginJson]> => [
    type,
    type === PROMETHEUS ? PROMETHEUS_JSON : await readPluginJson(type),
  ];
  const jsons = new Map(await Promise.all(types.map(read)));
  return datasources.flatMap((spec, at) => {
    const json = jsons.get(spec.type);
    return json === undefined ? [] : [settingsOf(spec, json, at)];
  });
}

/**
 * Puts the boot data where Grafana's packages look for it as they are loaded.
 *
 * @throws Error if the server is ready without saying what to mount, or a plugin has no `plugin.json`
 */
export async function installBootData({ boot }: Preview, choice: Choice): Promise<void> {
  if (boot === undefined) throw new Error('/api/preview is ready, but has no `boot`');
  const [app, sources] = await Promise.all([readPluginJson(APP_ID), sourcesOf(boot)]);
  Object.assign(window, { grafanaBootData: bootDataOf(boot, choice, app, sources) });
}
