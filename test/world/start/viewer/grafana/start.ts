import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startProcess, withFreePort } from '../../../../servers/index.js';
import { siteSources } from '../sources.js';
import type { ReadySite, Viewer } from '../viewer.js';
import {
  copyBoards,
  grafanaEnvironment,
  grafanaIni,
  provisioningFiles,
  writeBelow,
  type GrafanaPlaces,
} from './files.js';
import { layPlugins } from './plugins.js';
import type { GrafanaProgram } from './program.js';

export interface OwnGrafanaOptions {
  /** The repository's. */
  readonly root: string;
  /** A folder for all that it reads and writes. */
  readonly folder: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly line: (text: string) => void;
  /** Lays the plugins (default: as they are built). */
  readonly lay?: typeof layPlugins;
}

/** Grafana takes its time when it makes its database. */
const READY_MS = 180_000;

/** A Grafana of this machine, started for the site with everything of its own: nothing of another one is touched. */
export function grafanaViewer(
  { program, home, version }: GrafanaProgram,
  { root, folder, port, line, lay = layPlugins }: OwnGrafanaOptions,
): Viewer {
  let url: string | undefined;
  let stop = (): Promise<void> => Promise.resolve();
  const places = (site: ReadySite): GrafanaPlaces => ({
    data: join(folder, 'data'),
    plugins: join(folder, 'plugins'),
    provisioning: join(folder, 'provisioning'),
    boards: join(folder, 'boards'),
    ...(site.logs !== undefined && { configFile: site.logs.configFile }),
  });
  return {
    name: 'Grafana',
    url: () => url,
    tell: () => undefined,
    fail: () => undefined,
    stop: () => stop(),
    show: async (site) => {
      line(`  Grafana ${version}: getting it plugins, data sources and boards …`);
      const own = places(site);
      await mkdir(own.data, { recursive: true });
      await lay(root, own.plugins, 'node');
      await copyBoards(root, own.boards);
      await writeBelow(own.provisioning, provisioningFiles(siteSources(site), own));
      const pick = port === 0 ? freePort : () => Promise.resolve(port);
      const started = await withFreePort(pick, async (found) => {
        const where = { host: '127.0.0.1', port: found };
        await writeBelow(folder, { 'grafana.ini': grafanaIni(own, where) });
        return launch(found, grafanaEnvironment(own, where));
      });
      stop = () => started.server.stop();
      url = `${started.address}/a/gpuscope-app`;
    },
  };

  async function launch(found: number, env: Readonly<Record<string, string>>) {
    const address = `http://127.0.0.1:${found}`;
    const server = await startProcess({
      name: 'Grafana',
      command: program,
      args: ['server', '--homepath', home, '--config', join(folder, 'grafana.ini')],
      cwd: home,
      env,
      log: join(folder, 'grafana.log'),
      isReady: async () => (await fetch(`${address}/api/plugins/gpuscope-app/settings`)).ok,
      deadlineMs: READY_MS,
    });
    return { server, address };
  }
}
