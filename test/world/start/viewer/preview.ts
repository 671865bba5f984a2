import { createRequire } from 'node:module';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPreview, type BackendSource } from '@gpuscope/preview/server';
import { APP, PAGE, serveFrontEnd } from '../build/frontEnds.js';
import { reasonOf } from '../parts.js';
import { appSettings, LOGS_PLUGIN, siteSources, type SiteSource } from './sources.js';
import type { ReadyLogs, ReadySite, Viewer } from './viewer.js';

export interface PreviewViewerOptions {
  /** The repository's. */
  readonly root: string;
  readonly port: number;
  /** Folder for what is served, and for what backends log. */
  readonly folder: string;
  readonly simulated: boolean;
  readonly line: (text: string) => void;
}

/** The preview page: served at once, and bundled while the site starts. @throws {Error} where the port is taken */
export async function previewViewer(options: PreviewViewerOptions): Promise<Viewer> {
  const { root, port, folder, simulated, line } = options;
  const log = join(folder, 'backend.log');
  const served = { app: join(folder, 'app'), page: join(folder, 'page') };
  const preview = await startPreview({
    plugins: { app: served.app },
    host: served.page,
    port,
    simulated,
    log: (text) => appendFileSync(log, `${text}\n`),
  });
  preview.setPart('Page and plugins', 'starting', 'they are bundled where sources have changed');
  const built = bundle(root, served, line);
  built.then(
    (note) => preview.setPart('Page and plugins', 'ready', note),
    (error: unknown) => {
      preview.setPart('Page and plugins', 'failed', reasonOf(error));
      line(`  Page and plugins: failed: ${reasonOf(error)}`);
    },
  );
  return {
    name: 'preview',
    url: () => preview.url,
    tell: (name, state, note, url) => preview.setPart(name, state, note, url),
    show: async (site) => {
      await built;
      await preview.ready(...bootOf(site));
    },
    fail: (why) => preview.fail(why),
    stop: () => preview.stop(),
  };
}

/** One after the other: bundlers use all cores there are. The page comes first, since it shows how the rest goes on. */
async function bundle(
  root: string,
  served: { readonly app: string; readonly page: string },
  line: (text: string) => void,
): Promise<string | undefined> {
  const bundled: string[] = [];
  for (const [frontEnd, folder] of [
    [PAGE, served.page],
    [APP, served.app],
  ] as const) {
    const since = Date.now();
    if (!(await serveFrontEnd(root, frontEnd, folder))) continue;
    bundled.push(frontEnd.name);
    line(`  Bundled ${frontEnd.name} (${((Date.now() - since) / 1000).toFixed(0)} s)`);
  }
  return bundled.length === 0 ? undefined : `bundled ${bundled.join(' and ')}`;
}

/** What a GPU-hour costs at the simulated site. */
const SIMULATED_PRICES = {
  currency: '€',
  perGpuHour: 1.2,
  models: { 'NVIDIA H100 80GB HBM3': 2.9 },
};

function bootOf(site: ReadySite): Parameters<Awaited<ReturnType<typeof startPreview>>['ready']> {
  const sources = siteSources(site);
  const { prometheus, exporters, logs } = site;
  const boot = {
    datasources: sources.map(({ url: _url, ...source }) => source),
    app: { jsonData: { ...appSettings(sources), prices: SIMULATED_PRICES } },
    user: { login: 'preview', role: 'Admin' as const },
  };
  const links = { prometheus, exporters, ...(logs !== undefined && { store: logs.store }) };
  return [boot, { prometheus, logs: logs === undefined ? [] : backends(sources, logs), links }];
}

/** The data source's own program, as it ships, on the Node that runs this. */
function backends(
  sources: readonly SiteSource[],
  { configFile }: ReadyLogs,
): readonly BackendSource[] {
  const program = createRequire(import.meta.url).resolve('@gpuscope/datasource/main');
  return sources
    .filter(({ type }) => type === LOGS_PLUGIN)
    .map(({ uid, jsonData }) => ({
      uid,
      backend: [process.execPath, program],
      env: { GF_PLUGIN_CONFIG: configFile },
      jsonData,
    }));
}
