import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf } from '../testing/fakes.js';
import type { Io } from './command.js';
import { parseCommandLine } from './parseCommandLine.js';
import { loadConfig, SiteError } from './loadConfig.js';
import { SERVE } from './serve.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('load-config');
});
afterAll(() => folder.remove());

const io = (env: Io['env'] = {}): Io => ({
  out: () => Promise.resolve(),
  err: () => undefined,
  stdin: () => Promise.resolve(''),
  env,
  hostname: 'this-host',
  program: '/synthetic/gpuscope-exporter.mjs',
  stop: new AbortController().signal,
});

const load = (args: readonly string[], env?: Io['env']) =>
  loadConfig(parseCommandLine(SERVE, args), io(env));

async function site(text: string): Promise<string> {
  const file = join(folder.path, 'gpuscope.yaml');
  await writeFile(file, text);
  return file;
}

const SITE = `version: 1
cluster: c1
exporter:
  listen: ":9999"
  node: \${NODE_NAME}
  interval: 5s
  holders: [dcgmLabels]
  pods: none
  sources: [{ dcgm: { url: "http://127.0.0.1:9400/metrics" } }]
identity:
  tenant: [{ from: namespace.name }]
`;

describe('loadConfig without a file', () => {
  it('makes do with an address', async () => {
    const config = await load(['--dcgm', 'http://127.0.0.1:9400']);
    expect(config).toMatchObject({
      role: 'node',
      node: 'this-host',
      identity: DEFAULT_IDENTITY,
      namespacesByName: true,
      exporter: {
        listen: { host: '', port: 9410 },
        intervalMs: 15_000,
        holders: [{ kind: 'dcgmLabels' }],
        pods: { kind: 'none' },
        sources: [{ kind: 'dcgm', at: { kind: 'url', url: 'http://127.0.0.1:9400/metrics' } }],
      },
    });
    expect(config.clusterLabel).toBeUndefined();
  });

  it('makes do with the driver’s own library: processes tell who, and no Kubernetes is asked', async () => {
    const { exporter, identity } = await load(['--nvml']);
    expect(exporter).toMatchObject({
      sources: [{ kind: 'nvml', sampleEveryMs: 500 }],
      holders: [{ kind: 'processes', proc: '/proc' }],
      pods: { kind: 'none' },
    });
    expect(exporter.sources[0]).not.toHaveProperty('library');
    expect(identity.user).toContainEqual({ from: 'process.user' });
  });

  it('takes the figures of DCGM and the processes of the driver together', async () => {
    const { exporter } = await load(['--nvml', '--dcgm', 'http://127.0.0.1:9400']);
    expect(exporter.sources.map(({ kind }) => kind)).toEqual(['dcgm', 'nvml']);
    expect(exporter.holders.map(({ kind }) => kind)).toEqual(['dcgmLabels', 'processes']);
  });

  it('takes every option', async () => {
    const { node, exporter, namespacesByName } = await load([
      '--replay=r.jsonl',
      '--pods=p.json',
      '--listen=127.0.0.1:1',
      '--node=gpu-7',
    ]);
    expect(node).toBe('gpu-7');
    expect(exporter).toMatchObject({
      listen: { host: '127.0.0.1', port: 1 },
      pods: { kind: 'file', file: 'p.json' },
      sources: [{ kind: 'replay', file: 'r.jsonl' }],
    });
    expect(namespacesByName).toBe(false);
  });

  it('reads several sources, DCGM first', async () => {
    const { exporter } = await load(['--replay', 'r', '--dcgm', 'http://127.0.0.1:9400']);
    expect(exporter.sources.map(({ kind }) => kind)).toEqual(['dcgm', 'replay']);
  });
});

describe('loadConfig with gpuscope.yaml', () => {
  it('reads the file and the environment', async () => {
    const config = await load(['--config', await site(SITE)], { NODE_NAME: 'gpu-3' });
    expect(config).toMatchObject({
      node: 'gpu-3',
      namespacesByName: false,
      exporter: { listen: { port: 9999 }, intervalMs: 5_000 },
      identity: { tenant: [{ from: 'namespace.name' }] },
    });
  });

  it('lets options override, and leaves the rest of the file alone', async () => {
    const file = await site(SITE);
    const { node, exporter } = await load(
      ['--config', file, '--listen', '127.0.0.1:0', '--node', 'x', '--replay', 'r'],
      { NODE_NAME: 'gpu-3' },
    );
    expect(node).toBe('x');
    expect(exporter).toMatchObject({
      listen: { host: '127.0.0.1', port: 0 },
      intervalMs: 5_000,
      pods: { kind: 'none' },
      holders: [{ kind: 'dcgmLabels' }],
      sources: [{ kind: 'replay', file: 'r' }],
    });
  });

  it('lets --nvml stand in for the file’s sources, and leaves its holders alone', async () => {
    const { exporter } = await load(['--config', await site(SITE), '--nvml'], { NODE_NAME: 'n' });
    expect(exporter.sources).toEqual([{ kind: 'nvml', sampleEveryMs: 500 }]);
    expect(exporter.holders).toEqual([{ kind: 'dcgmLabels' }]);
  });

  it('hands on the cluster’s name only where series shall carry it', async () => {
    const off = await load(['--config', await site(SITE)], { NODE_NAME: 'n' });
    expect(off.clusterLabel).toBeUndefined();
    const file = await site(SITE.replace('  interval', '  emitClusterLabel: true\n  interval'));
    expect((await load(['--config', file], { NODE_NAME: 'n' })).clusterLabel).toBe('c1');
  });

  it('tells every problem with its line', async () => {
    const file = await site(SITE.replace('5s', 'soon').replace(':9999', 'nowhere'));
    const error = await failureOf(load(['--config', file]));
    expect(error).toBeInstanceOf(SiteError);
    const lines = error.message.split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/gpuscope\.yaml:4:\d+: exporter\.listen /),
      expect.stringMatching(/gpuscope\.yaml:5:\d+: exporter\.node .*NODE_NAME/),
      expect.stringMatching(/gpuscope\.yaml:6:\d+: exporter\.interval .*"soon"/),
    ]);
  });

  it('wants a source on a node, and none in the role cluster', async () => {
    const file = await site('version: 1\ncluster: c1\n');
    expect((await failureOf(load(['--config', file]))).message).toContain('exporter.sources');
    expect((await load(['--config', file, '--role', 'cluster'])).role).toBe('cluster');
  });

  it('wants pods in the role cluster, which has nothing else to read', async () => {
    const none = await site('version: 1\ncluster: c1\nexporter: { pods: none }\n');
    const { message } = await failureOf(load(['--config', none, '--role', 'cluster']));
    expect(message).toContain('exporter.pods is none');
    const named = ['--config', none, '--role', 'cluster', '--pods', 'p.json'];
    expect((await load(named)).exporter.pods).toEqual({ kind: 'file', file: 'p.json' });
  });

  it('names a file that is not there', async () => {
    const error = await failureOf(load(['--config', '/no/such.yaml']));
    expect(error.message).toBe('/no/such.yaml: cannot be read (ENOENT)');
  });
});
