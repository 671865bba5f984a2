import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { APP_PLUGIN, appSettings, LOGS_PLUGIN, type SiteSource } from '../sources.js';

/** Where things lie, as Grafana sees it. */
export interface GrafanaPlaces {
  readonly data: string;
  readonly plugins: string;
  readonly provisioning: string;
  readonly boards: string;
  /** gpuscope.yaml; undefined where there are no logs. */
  readonly configFile?: string;
}

export interface GrafanaAddress {
  readonly host: string;
  readonly port: number;
}

/** grafana.ini of a Grafana that is ours alone: everybody who reaches it may do everything. */
export function grafanaIni(places: GrafanaPlaces, { host, port }: GrafanaAddress): string {
  const sections: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> = {
    paths: {
      data: places.data,
      logs: join(places.data, 'log'),
      plugins: places.plugins,
      provisioning: places.provisioning,
    },
    server: { http_addr: host, http_port: port },
    'auth.anonymous': { enabled: true, org_role: 'Admin' },
    auth: { disable_login_form: true },
    analytics: {
      reporting_enabled: false,
      check_for_updates: false,
      check_for_plugin_updates: false,
    },
    news: { news_feed_enabled: false },
    plugins: {
      allow_loading_unsigned_plugins: `${APP_PLUGIN},${LOGS_PLUGIN}`,
      preinstall_disabled: true,
      // Keys of signatures are fetched from the internet; ours has none.
      public_key_retrieval_disabled: true,
    },
    log: { mode: 'console', level: 'warn' },
    ...(places.configFile !== undefined && {
      [`plugin.${LOGS_PLUGIN}`]: { config: places.configFile },
    }),
  };
  return Object.entries(sections)
    .map(([name, keys]) => {
      const lines = Object.entries(keys).map(([key, value]) => `${key} = ${value}`);
      return [`[${name}]`, ...lines, ''].join('\n');
    })
    .join('\n');
}

/** What the environment must say, too: what stands there already counts more than any file. */
export const grafanaEnvironment = (
  places: GrafanaPlaces,
  { host, port }: GrafanaAddress,
): Readonly<Record<string, string>> => ({
  GF_PATHS_DATA: places.data,
  GF_PATHS_LOGS: join(places.data, 'log'),
  GF_PATHS_PLUGINS: places.plugins,
  GF_PATHS_PROVISIONING: places.provisioning,
  GF_SERVER_HTTP_ADDR: host,
  GF_SERVER_HTTP_PORT: String(port),
  // A file below the data folder.
  GF_DATABASE_TYPE: 'sqlite3',
  GF_DATABASE_URL: '',
});

/** Provisioning files by their paths below the provisioning folder. JSON is YAML. */
export function provisioningFiles(
  sources: readonly SiteSource[],
  { boards }: Pick<GrafanaPlaces, 'boards'>,
): Readonly<Record<string, string>> {
  return {
    'datasources/gpuscope.yaml': JSON.stringify({
      apiVersion: 1,
      datasources: sources.map((source) => ({
        isDefault: false,
        ...source,
        access: 'proxy',
        orgId: 1,
        editable: true,
      })),
    }),
    'plugins/gpuscope.yaml': JSON.stringify({
      apiVersion: 1,
      apps: [{ type: APP_PLUGIN, org_id: 1, jsonData: appSettings(sources) }],
    }),
    'dashboards/gpuscope.yaml': JSON.stringify({
      apiVersion: 1,
      providers: BOARD_FOLDERS.map(({ to, title }) => ({
        name: title,
        folder: title,
        type: 'file',
        options: { path: `${boards}/${to}` },
      })),
    }),
  };
}

/** Writes files below a folder, with the folders between. */
export async function writeBelow(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** A language's boards as they ship. */
interface BoardFolder {
  /** Below dashboards/boards. */
  readonly from: string;
  /** Below the folder of all boards; Grafana reads folders within folders, too, so none lies in another. */
  readonly to: string;
  readonly title: string;
}

const BOARD_FOLDERS: readonly BoardFolder[] = [
  { from: '.', to: 'en', title: 'gpuscope' },
  { from: 'zh-Hans', to: 'zh-Hans', title: 'gpuscope 中文' },
];

/** Copies the boards as they ship, each language into a folder of its own. */
export async function copyBoards(root: string, target: string): Promise<void> {
  for (const { from, to } of BOARD_FOLDERS) {
    await mkdir(join(target, to), { recursive: true });
    for (const path of await boardsIn(root, from))
      await copyFile(path, join(target, to, basename(path)));
  }
}

/** Every board in every language: where its file lies. */
export const boardPaths = async (root: string): Promise<readonly string[]> =>
  (await Promise.all(BOARD_FOLDERS.map(({ from }) => boardsIn(root, from)))).flat();

async function boardsIn(root: string, from: string): Promise<readonly string[]> {
  const folder = join(root, 'dashboards/boards', from);
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}
