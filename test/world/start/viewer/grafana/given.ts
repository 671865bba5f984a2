import { readFile } from 'node:fs/promises';
import { APP_PLUGIN, appSettings, givenSources, type SiteSource } from '../sources.js';
import type { ReadySite, Viewer } from '../viewer.js';
import { grafanaApi, GrafanaRefusal, type GrafanaApi } from './api.js';
import { boardPaths } from './files.js';

export interface GivenGrafanaOptions {
  /** The repository's. */
  readonly root: string;
  readonly url: string;
  readonly token: string;
  readonly line: (text: string) => void;
}

const FOLDER = { uid: 'gpuscope-start', title: 'gpuscope (simulated site)' } as const;

/**
 * Somebody's Grafana, which gets data sources and boards by its API for as long as the site runs. What was there
 * before stays as it is.
 */
export function givenViewer({ root, url, token, line }: GivenGrafanaOptions): Viewer {
  const base = url.replace(/\/+$/, '');
  const api = grafanaApi(base, token);
  const undo: (() => Promise<unknown>)[] = [];
  let page: string | undefined;
  return {
    name: 'Grafana',
    url: () => page,
    tell: () => undefined,
    fail: () => undefined,
    show: async (site) => {
      await api.send('DELETE', `/api/folders/${FOLDER.uid}`).catch(ifThere);
      const sources = givenSources(site);
      for (const source of sources) undo.push(await bringSource(api, source));
      await sayWhatIsNotReached(api, sources, site, line);
      undo.push(await bringBoards(api, root));
      const restore = await bringSettings(api, sources, base, line);
      if (restore !== undefined) undo.push(restore);
      page =
        restore === undefined ? `${base}/dashboards/f/${FOLDER.uid}` : `${base}/a/${APP_PLUGIN}`;
    },
    stop: async () => {
      for (const step of undo.reverse()) await step().catch(ifThere);
    },
  };
}

/** What is gone need not be removed. */
function ifThere(error: unknown): void {
  if (!(error instanceof GrafanaRefusal && error.status === 404)) throw error;
}

/** @returns removes it again */
async function bringSource(api: GrafanaApi, source: SiteSource): Promise<() => Promise<unknown>> {
  const path = `/api/datasources/uid/${source.uid}`;
  const body = { ...source, isDefault: false, access: 'proxy' };
  if ((await api.get(path)) === undefined) await api.send('POST', '/api/datasources', body);
  else await api.send('PUT', path, body);
  return () => api.send('DELETE', path);
}

/** What runs here is reached from here only. */
async function sayWhatIsNotReached(
  api: GrafanaApi,
  sources: readonly SiteSource[],
  { prometheus }: ReadySite,
  line: (text: string) => void,
): Promise<void> {
  for (const { uid, name } of sources) {
    const found = await api
      .get(`/api/datasources/uid/${uid}/health`)
      .catch((error: unknown) => error);
    if (found instanceof Error)
      line(
        `  ${name}: this Grafana can't ask it: ${found.message}. It must run on this machine to reach ${prometheus}.`,
      );
  }
}

/** @returns removes them again, with their folder */
async function bringBoards(api: GrafanaApi, root: string): Promise<() => Promise<unknown>> {
  await api.send('POST', '/api/folders', FOLDER);
  for (const path of await boardPaths(root)) {
    const text = await readFile(path, 'utf8');
    const board = JSON.parse(text) as { readonly uid: string };
    // Those of a real site stay where they are; they show any Prometheus that is chosen.
    if ((await api.get(`/api/dashboards/uid/${board.uid}`)) !== undefined) continue;
    await api.send('POST', '/api/dashboards/db', { dashboard: board, folderUid: FOLDER.uid });
  }
  return () => api.send('DELETE', `/api/folders/${FOLDER.uid}`);
}

interface AppState {
  readonly enabled?: boolean;
  readonly pinned?: boolean;
  readonly jsonData?: Readonly<Record<string, unknown>> | null;
}

/** @returns gives the app back the settings that it had; undefined where it is not installed, which is said */
async function bringSettings(
  api: GrafanaApi,
  sources: readonly SiteSource[],
  url: string,
  line: (text: string) => void,
): Promise<(() => Promise<unknown>) | undefined> {
  const path = `/api/plugins/${APP_PLUGIN}/settings`;
  const before = (await api.get(path)) as AppState | undefined;
  if (before === undefined) {
    line(
      `  The app is not installed in ${url}: only boards are shown. npm run package makes its zip; unpack it into ` +
        `Grafana's plugins folder, allow ${APP_PLUGIN} and its log source as unsigned, and start Grafana again.`,
    );
    return undefined;
  }
  const { enabled = false, pinned = false, jsonData } = before;
  await api.send('POST', path, { enabled: true, pinned: true, jsonData: appSettings(sources) });
  return () => api.send('POST', path, { enabled, pinned, jsonData: jsonData ?? {} });
}
