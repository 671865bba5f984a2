import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceSite } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import { failureOf, fakeClock, never } from '../testing/fakes.js';
import type { Loopback } from '../testing/loopback.js';
import { httpLoopback, rawLoopback } from '../testing/loopback.js';
import { createPlayers } from '../recording/players.js';
import type { SourceParts } from './index.js';
import { createSources } from './index.js';

let folder: TemporaryFolder;
const open: Loopback[] = [];
beforeAll(async () => {
  folder = await temporaryFolder('sources');
});
afterAll(() => folder.remove());
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const clock = fakeClock();
const parts: SourceParts = {
  node: 'gpu-1',
  hostname: 'gpuscope-exporter-x',
  dropAfterMs: 60_000,
  maxTimeoutMs: 1_000,
  clock,
  onProblems: () => undefined,
  findPod: () => Promise.resolve(undefined),
  players: createPlayers(clock),
  nvml: { snapshot: () => Promise.reject(new Error('no driver')), close: () => Promise.resolve() },
};

const dcgm = (url: string, hostnames: readonly string[] = []): SourceSite => ({
  kind: 'dcgm',
  at: { kind: 'url', url },
  timeoutMs: 60_000,
  maxBytes: 100_000,
  hostnames,
});

async function serve(text: string): Promise<string> {
  const server = await httpLoopback((_, response) => response.end(text));
  open.push(server);
  return server.url;
}

const line = (host: string, time = '') =>
  `DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",Hostname="${host}"} 38${time}\n`;

async function boardsOf(text: string, hostnames: readonly string[] = []): Promise<number> {
  const [source] = createSources([dcgm(await serve(text), hostnames)], parts);
  return (await source?.read(never))?.boards.length ?? 0;
}

describe('createSources', () => {
  it('names each source by its kind, and a second of a kind by its number', () => {
    const sites: SourceSite[] = [
      dcgm('http://a/'),
      { kind: 'replay', file: 'x' },
      dcgm('http://b/'),
    ];
    expect(createSources(sites, parts).map(({ name }) => name)).toEqual([
      'dcgm',
      'replay',
      'dcgm-2',
    ]);
  });

  it.each([
    ['the node', 'gpu-1'],
    ['the node with its domain', 'gpu-1.idc1.example.com'],
    ['the node in capitals', 'GPU-1'],
    ['the pod that dcgm-exporter shares with us as a sidecar', 'gpuscope-exporter-x'],
  ])('takes samples of %s', async (_, host) => {
    expect(await boardsOf(line(host))).toBe(1);
  });

  it('takes samples of a host that the site names, and of no other', async () => {
    expect(await boardsOf(line('bmc-17'), ['bmc-17'])).toBe(1);
    await expect(boardsOf(line('bmc-18'), ['bmc-17'])).rejects.toThrow(/bmc-18/);
    await expect(boardsOf(line('gpu-10'))).rejects.toThrow(/gpu-10/);
  });

  it('drops samples whose own time stamp is too old', async () => {
    const young = ` ${clock.nowMs() - 59_000}`;
    const old = ` ${clock.nowMs() - 61_000}`;
    expect(await boardsOf(line('gpu-1', young))).toBe(1);
    expect(await boardsOf(line('gpu-1', old))).toBe(0);
  });

  it('lets no source take longer than a cycle allows', async () => {
    const server = await rawLoopback(() => undefined);
    open.push(server);
    const [source] = createSources([dcgm(server.url)], { ...parts, maxTimeoutMs: 100 });
    if (source === undefined) throw new Error('no source');
    expect((await failureOf(source.read(never))).message).toContain('within 100 ms');
  });

  it('finds the pod of this node, whose name its samples may carry', async () => {
    const server = await httpLoopback((_, response) => response.end(line('dcgm-x7')));
    open.push(server);
    const site: SourceSite = {
      ...dcgm(''),
      at: {
        kind: 'pod',
        namespace: 'gpu-operator',
        selector: 'app=dcgm',
        scheme: 'http',
        port: server.port,
        path: '/metrics',
      },
    } as SourceSite;
    const findPod = () => Promise.resolve({ ip: '127.0.0.1', name: 'dcgm-x7' });
    const [source] = createSources([site], { ...parts, findPod });
    expect((await source?.read(never))?.boards).toHaveLength(1);
  });

  it('tells who records the texts as they came, each under its source’s name', async () => {
    const heard: unknown[] = [];
    const tap = {
      exposition: (source: string, text: string) => heard.push([source, text]),
      nvml: () => undefined,
    };
    const urls = await Promise.all([
      serve(line('gpu-1')),
      serve(line('gpu-1').replace('38', '39')),
    ]);
    const sources = createSources(
      urls.map((url) => dcgm(url)),
      { ...parts, tap },
    );
    for (const source of sources) await source.read(never);
    expect(heard).toEqual([
      ['dcgm', line('gpu-1')],
      ['dcgm-2', line('gpu-1').replace('38', '39')],
    ]);
  });

  it('plays recordings', async () => {
    const file = join(folder.path, 'synthetic-one.prom');
    await writeFile(file, line('whatever'));
    const [source] = createSources([{ kind: 'replay', file }], parts);
    expect((await source?.read(never))?.boards).toHaveLength(1);
  });
});
