import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../../servers/repository.js';
import type { StartOptions, ViewerKind } from '../options.js';
import { dockerViewer, findDocker } from './grafana/docker.js';
import { givenViewer } from './grafana/given.js';
import { findGrafana } from './grafana/program.js';
import { grafanaViewer } from './grafana/start.js';
import { previewViewer } from './preview.js';
import type { Viewer } from './viewer.js';

export interface ChoosingViewer {
  readonly options: Pick<StartOptions, 'viewer' | 'port' | 'dcgm'>;
  readonly folder: string;
  readonly line: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A viewer, or why this machine can't have it. */
type Found = Viewer | { readonly why: string };

type Finder = (choosing: ChoosingViewer) => Promise<Found>;

const FINDERS: Readonly<Record<Exclude<ViewerKind, 'auto' | 'none'>, Finder>> = {
  url: ({ env, line }) => {
    const { GRAFANA_URL: url = '', GRAFANA_TOKEN: token = '' } = env;
    if (url === '') return Promise.resolve({ why: 'GRAFANA_URL is not set' });
    if (token === '')
      return Promise.resolve({ why: `GRAFANA_URL is ${url}, but GRAFANA_TOKEN is not set` });
    return Promise.resolve(givenViewer({ root: repositoryRoot(), url, token, line }));
  },
  grafana: async (choosing) => {
    const found = await findGrafana(choosing.env);
    return 'why' in found ? found : grafanaViewer(found, await ownGrafana(choosing));
  },
  docker: async (choosing) => {
    const found = await findDocker();
    return 'why' in found ? found : dockerViewer(found.docker, await ownGrafana(choosing));
  },
  preview: ({ options: { port, dcgm }, folder, line }) =>
    previewViewer({ root: repositoryRoot(), port, folder, simulated: dcgm === undefined, line }),
};

async function ownGrafana({ options: { port }, folder, line }: ChoosingViewer) {
  const own = join(folder, 'grafana');
  await mkdir(own, { recursive: true });
  return { root: repositoryRoot(), folder: own, port, line };
}

/**
 * Where the site will be looked at; undefined where only the terminal shows it.
 *
 * @throws {Error} that says why the one that is asked for can't be had
 */
export async function chooseViewer(choosing: ChoosingViewer): Promise<Viewer | undefined> {
  const { viewer } = choosing.options;
  if (viewer === 'none') return undefined;
  if (viewer !== 'auto') {
    const found = await FINDERS[viewer](choosing);
    if ('why' in found) throw new Error(`--with ${viewer} is asked for: ${found.why}`);
    return found;
  }
  for (const kind of ['url', 'grafana', 'docker', 'preview'] as const) {
    const found = await FINDERS[kind](choosing);
    if (!('why' in found)) return found;
    if (isWorthSaying(found.why)) choosing.line(`  Not in ${kind}: ${found.why}`);
  }
  return undefined;
}

/** Whoever has none of them need not hear of it. */
const isWorthSaying = (why: string): boolean =>
  !/is not set$|there is no/.test(why) || why.includes('GRAFANA_TOKEN');
