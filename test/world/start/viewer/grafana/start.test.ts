import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../../../servers/repository.js';
import { temporaryFolder, type TemporaryFolder } from '../../../../servers/temporaryFolder.js';
import { fakePrograms, type FakePrograms } from '../testing/programs.js';
import { syntheticSite } from '../testing/site.js';
import type { Viewer } from '../viewer.js';
import { dockerViewer, findDocker } from './docker.js';
import { grafanaViewer } from './start.js';

let folder: TemporaryFolder;
let programs: FakePrograms;
let viewer: Viewer | undefined;
const laid: string[][] = [];

beforeEach(async () => {
  laid.length = 0;
  folder = await temporaryFolder('grafana-start');
  programs = await fakePrograms(join(folder.path, 'bin'));
  await writeFile(join(folder.path, 'gpuscope.yaml'), '{"store":"http://127.0.0.1:9200"}');
});

afterEach(async () => {
  await viewer?.stop();
  viewer = undefined;
  programs.restore();
  await folder.remove();
});

const site = () => syntheticSite(join(folder.path, 'gpuscope.yaml'));

const options = () => ({
  root: repositoryRoot(),
  folder: join(folder.path, 'own'),
  port: 0,
  line: () => undefined,
  lay: async (_root: string, target: string, kind: string) => {
    laid.push([target, kind]);
    await mkdir(target, { recursive: true });
  },
});

const own = (path: string): Promise<string> => readFile(join(folder.path, 'own', path), 'utf8');

const portIn = (url: string | undefined): number => Number(new URL(url ?? '').port);

const isAnswering = (url: string | undefined): Promise<boolean> =>
  fetch(url ?? '').then(
    ({ ok }) => ok,
    () => false,
  );

describe('a Grafana on PATH', () => {
  /** Listens where its configuration says. */
  const SERVES = `
const ini = fs.readFileSync(args[args.indexOf('--config') + 1], 'utf8');
fs.writeFileSync(require('node:path').join(process.env.GF_PATHS_DATA, 'env.json'), JSON.stringify(process.env));
serve(Number(/http_port = (\\d+)/.exec(ini)[1]));`;

  const start = async (): Promise<void> => {
    await programs.add('grafana', SERVES);
    const program = join(folder.path, 'bin/grafana');
    viewer = grafanaViewer({ program, home: folder.path, version: '12.4.0' }, options());
    await viewer.show(site());
  };

  it('is started on files of its own, and is gone after the end', async () => {
    await start();
    const url = viewer?.url();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/a\/gpuscope-app$/);
    expect(await isAnswering(url)).toBe(true);
    expect((await programs.calls()).at(-1)).toEqual([
      'grafana',
      'server',
      '--homepath',
      folder.path,
      '--config',
      join(folder.path, 'own/grafana.ini'),
    ]);
    expect(laid).toEqual([[join(folder.path, 'own/plugins'), 'node']]);
    expect(await own('provisioning/datasources/gpuscope.yaml')).toContain('http://127.0.0.1:9090');
    expect(await own('grafana.ini')).toContain(join(folder.path, 'gpuscope.yaml'));
    await access(join(folder.path, 'own/boards/en/overview.json'));
    await viewer?.stop();
    expect(await isAnswering(url)).toBe(false);
  }, 60_000);

  it('touches no other, even where the environment names that one’s data', async () => {
    process.env['GF_PATHS_DATA'] = '/nowhere/real';
    process.env['GF_DATABASE_TYPE'] = 'postgres';
    try {
      await start();
      expect(JSON.parse(await own('data/env.json'))).toMatchObject({
        GF_PATHS_DATA: join(folder.path, 'own/data'),
        GF_PATHS_PLUGINS: join(folder.path, 'own/plugins'),
        GF_DATABASE_TYPE: 'sqlite3',
        GF_SERVER_HTTP_ADDR: '127.0.0.1',
      });
    } finally {
      delete process.env['GF_PATHS_DATA'];
      delete process.env['GF_DATABASE_TYPE'];
    }
  }, 60_000);
});

describe('Grafana in Docker', () => {
  /** Listens where a container would be reached. */
  const DOCKER = `
if (args[0] === 'image') process.exit(1);
if (args[0] === 'run') {
  const published = args.find((arg) => /^127\\.0\\.0\\.1:\\d+:3000$/.test(arg));
  const port = published === undefined
    ? args.find((arg) => arg.startsWith('GF_SERVER_HTTP_PORT=')).split('=')[1]
    : published.split(':')[1];
  serve(Number(port));
}`;

  const start = async (platform: NodeJS.Platform): Promise<readonly string[]> => {
    await programs.add('docker', DOCKER);
    const found = await findDocker();
    if ('why' in found) throw new Error(found.why);
    viewer = dockerViewer(found.docker, options(), platform);
    await viewer.show(site());
    const run = (await programs.calls()).find(([, what]) => what === 'run');
    return run ?? [];
  };

  const pairsOf = (run: readonly string[], flag: string): readonly string[] =>
    run.flatMap((arg, at) => (arg === flag ? [run[at + 1] ?? ''] : []));

  it('shares the network on Linux, and gets all that it needs to read', async () => {
    const run = await start('linux');
    expect(pairsOf(run, '--network')).toEqual(['host']);
    expect(run.at(-1)).toMatch(/^grafana\/grafana:12\.4\.\d+$/);
    for (const name of ['plugins', 'provisioning', 'boards', 'config', 'grafana.ini'])
      expect(pairsOf(run, '--volume')).toContain(
        `${join(folder.path, 'own', name)}:/gpuscope/${name}:ro`,
      );
    expect(pairsOf(run, '--env')).toEqual(
      expect.arrayContaining([
        'GF_PATHS_CONFIG=/gpuscope/grafana.ini',
        'GF_PATHS_PLUGINS=/gpuscope/plugins',
        'GF_PATHS_PROVISIONING=/gpuscope/provisioning',
      ]),
    );
    expect(await own('grafana.ini')).toContain(`http_port = ${portIn(viewer?.url())}`);
    expect(await own('grafana.ini')).toContain('config = /gpuscope/config/gpuscope.yaml');
    expect(await own('config/gpuscope.yaml')).toContain('http://127.0.0.1:9200');
    expect(laid).toEqual([[join(folder.path, 'own/plugins'), 'executable']]);
    expect((await programs.calls()).map(([, what]) => what)).toContain('pull');
  }, 60_000);

  it('reaches this machine by its name where the network is another one', async () => {
    const run = await start('darwin');
    expect(pairsOf(run, '--publish')).toEqual([`127.0.0.1:${portIn(viewer?.url())}:3000`]);
    expect(await own('grafana.ini')).toContain('http_port = 3000');
    const sources = await own('provisioning/datasources/gpuscope.yaml');
    expect(sources).toContain('http://host.docker.internal:9090');
    expect(sources).not.toContain('127.0.0.1');
    expect(await own('config/gpuscope.yaml')).toContain('host.docker.internal:9200');
  }, 60_000);

  it('is removed at the end', async () => {
    const run = await start('linux');
    const url = viewer?.url();
    await viewer?.stop();
    const removed = (await programs.calls()).find(([, what]) => what === 'rm');
    expect(removed).toEqual(['docker', 'rm', '--force', pairsOf(run, '--name')[0]]);
    expect(await isAnswering(url)).toBe(false);
  }, 60_000);

  it('can not be had without a server, which is said in docker’s words', async () => {
    expect(await findDocker()).toEqual({ why: 'there is no docker on PATH' });
    await programs.add('docker', "console.error('Cannot connect to the daemon'); process.exit(1)");
    expect(await findDocker()).toEqual({
      why: 'docker info says: Cannot connect to the daemon',
    });
  });
});
