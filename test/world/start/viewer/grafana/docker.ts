import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, mustRun, runCommand } from '../../../../servers/command.js';
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
import type { OwnGrafanaOptions } from './start.js';

/** The version that the plugins are built for. */
const IMAGE = 'grafana/grafana:12.4.0';

/** So long `docker` may think about whether there is a server. */
const ASK_MS = 10_000;

/** The `docker` that works, or why none does. */
export async function findDocker(): Promise<
  { readonly docker: string } | { readonly why: string }
> {
  const docker = findProgram('docker');
  if (docker === undefined) return { why: 'there is no docker on PATH' };
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), ASK_MS).unref();
  });
  const answer = await Promise.race([runCommand(docker, ['info']), late]);
  if (answer === undefined)
    return { why: `docker info has not answered within ${ASK_MS / 1000} s` };
  return answer.code === 0 ? { docker } : { why: `docker info says: ${lastLine(answer.stderr)}` };
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** How a container reaches what listens on 127.0.0.1 of this machine. */
interface Way {
  readonly args: (port: number) => readonly string[];
  readonly host: string;
  /** The port on which Grafana listens inside. */
  readonly port: (outside: number) => number;
  /** 127.0.0.1 as the container sees it. */
  readonly here: string;
}

/** On Linux a container can share the machine's network; elsewhere it is in a virtual machine. */
const wayOn = (platform: NodeJS.Platform): Way =>
  platform === 'linux'
    ? {
        args: () => ['--network', 'host'],
        host: '127.0.0.1',
        port: (out) => out,
        here: '127.0.0.1',
      }
    : {
        args: (port) => ['--publish', `127.0.0.1:${port}:3000`],
        host: '0.0.0.0',
        port: () => 3000,
        here: 'host.docker.internal',
      };

const INSIDE: GrafanaPlaces = {
  data: '/var/lib/grafana',
  plugins: '/gpuscope/plugins',
  provisioning: '/gpuscope/provisioning',
  boards: '/gpuscope/boards',
};

const READY_MS = 180_000;

/** Grafana's own image, with the site's plugins, data sources and boards. */
export function dockerViewer(
  docker: string,
  { root, folder, port, line, lay = layPlugins }: OwnGrafanaOptions,
  platform: NodeJS.Platform = process.platform,
): Viewer {
  const way = wayOn(platform);
  const name = `gpuscope-start-${process.pid}`;
  let url: string | undefined;
  let stop = (): Promise<void> => Promise.resolve();
  return {
    name: 'Grafana',
    url: () => url,
    tell: () => undefined,
    fail: () => undefined,
    stop: () => stop(),
    show: async (site) => {
      await fetchImage(docker, line);
      line('  Grafana: getting it plugins, data sources and boards …');
      await lay(root, join(folder, 'plugins'), 'executable');
      const inside = await layFiles(root, folder, site, way);
      const pick = port === 0 ? freePort : () => Promise.resolve(port);
      stop = async () => void (await runCommand(docker, ['rm', '--force', name]));
      const { server, address } = await withFreePort(pick, async (found) => {
        const where = { host: way.host, port: way.port(found) };
        await writeBelow(folder, { 'grafana.ini': grafanaIni(inside, where) });
        return launch(found, grafanaEnvironment(inside, where));
      });
      stop = async () => {
        await runCommand(docker, ['rm', '--force', name]);
        await server.stop();
      };
      url = `${address}/a/gpuscope-app`;
    },
  };

  async function launch(found: number, env: Readonly<Record<string, string>>) {
    const address = `http://127.0.0.1:${found}`;
    const mounts = ['plugins', 'provisioning', 'boards', 'config', 'grafana.ini'];
    const server = await startProcess({
      name: 'docker run',
      command: docker,
      args: [
        ...['run', '--rm', '--name', name, ...way.args(found)],
        ...mounts.flatMap((path) => ['--volume', `${join(folder, path)}:/gpuscope/${path}:ro`]),
        ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
        ...['--env', 'GF_PATHS_CONFIG=/gpuscope/grafana.ini', IMAGE],
      ],
      log: join(folder, 'docker.log'),
      isReady: async () => (await fetch(`${address}/api/plugins/gpuscope-app/settings`)).ok,
      deadlineMs: READY_MS,
    });
    return { server, address };
  }
}

async function fetchImage(docker: string, line: (text: string) => void): Promise<void> {
  if ((await runCommand(docker, ['image', 'inspect', IMAGE])).code === 0) return;
  line(`  ${IMAGE}: fetching it …`);
  await mustRun(docker, ['pull', '--quiet', IMAGE]);
}

/** @returns where it all lies inside the container */
async function layFiles(
  root: string,
  folder: string,
  site: ReadySite,
  { here }: Way,
): Promise<GrafanaPlaces> {
  const seen = (text: string): string => text.replaceAll('127.0.0.1', here);
  await mkdir(join(folder, 'config'), { recursive: true });
  await copyBoards(root, join(folder, 'boards'));
  const sources = JSON.parse(seen(JSON.stringify(siteSources(site)))) as ReturnType<
    typeof siteSources
  >;
  await writeBelow(join(folder, 'provisioning'), provisioningFiles(sources, INSIDE));
  if (site.logs === undefined) return INSIDE;
  const config = seen(await readFile(site.logs.configFile, 'utf8'));
  await writeBelow(folder, { 'config/gpuscope.yaml': config });
  return { ...INSIDE, configFile: '/gpuscope/config/gpuscope.yaml' };
}
