import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NO_TELEMETRY, parseSite } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import type { ExporterConfig } from '../config.js';
import { createParts } from '../parts.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { failureOf, fakeClock, never } from '../testing/fakes.js';
import { createPlayers } from './players.js';

let folder: TemporaryFolder;
let [whole, figures] = ['', ''];

const report = (source: string) => ({
  source,
  claims: [],
  capacities: [],
  unknownResources: { 'a/b': 2 },
  unreadableIds: [],
  silentMeansFree: true,
});
const pod = {
  namespace: 'n',
  name: 'p',
  uid: 'u-1',
  node: '',
  phase: 'Running',
  labels: { a: '1' },
};
const EXPOSITION = 'DCGM_FI_DEV_GPU_TEMP{gpu="0",UUID="GPU-a",Hostname="h"} 38\n';

beforeAll(async () => {
  folder = await temporaryFolder('players');
  [whole, figures] = ['whole.jsonl', 'figures.jsonl'].map((name) => join(folder.path, name)) as [
    string,
    string,
  ];
  const header = { gpuscope: 'recording', version: 2 };
  const text = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join('\n');
  await writeFile(figures, text([header, { t: 0, exposition: EXPOSITION }]));
  await writeFile(
    whole,
    text([
      header,
      { t: 0, exposition: EXPOSITION },
      { t: 0, holder: 'podResources', report: report('podResources') },
      { t: 0, holder: 'processes', failed: 'HOLDER_REFUSED' },
      { t: 0, directory: { pods: [pod], namespaces: [{ name: 'n' }], nodeLabels: { pool: 'x' } } },
    ]),
  );
});
afterAll(() => folder.remove());

const replay = (file: string) => ({ kind: 'replay' as const, file });

describe('createPlayers', () => {
  it('brings along the holder sources and pods of a recording that has them', async () => {
    const players = createPlayers(fakeClock());
    const { holders, directory } = await players.opened([replay(whole)]);
    expect(holders?.map(({ name }) => name)).toEqual(['podResources', 'processes']);
    await players.of(whole).advance();
    expect(directory?.pod('n', 'p')?.labels).toEqual(new Map([['a', '1']]));
    expect(directory?.podByUid('u-1')?.name).toBe('p');
    expect(directory?.namespace('n')?.annotations).toEqual(new Map());
    expect(directory?.nodeLabels().get('pool')).toBe('x');
    expect(directory?.status()).toMatchObject({ synced: true, pods: 1, namespaces: 1 });
  });

  it('has holder sources report, or fail, as they did', async () => {
    const players = createPlayers(fakeClock());
    const { holders = [] } = await players.opened([replay(whole)]);
    const [kubelet, processes] = holders;
    if (kubelet === undefined || processes === undefined) throw new Error('two holder sources');
    expect(await failureOf(kubelet.report(NO_TELEMETRY, never))).toMatchObject({
      code: 'HOLDER_UNREACHABLE',
    });
    await players.of(whole).advance();
    expect((await kubelet.report(NO_TELEMETRY, never)).unknownResources).toEqual(
      new Map([['a/b', 2]]),
    );
    expect(await failureOf(processes.report(NO_TELEMETRY, never))).toMatchObject({
      code: 'HOLDER_REFUSED',
    });
  });

  it('leaves the site its own where a recording has figures only, or can’t be read', async () => {
    const players = createPlayers(fakeClock());
    expect(await players.opened([replay(figures)])).toEqual({});
    expect(await players.opened([replay(join(folder.path, 'none.jsonl'))])).toEqual({});
    expect(await players.opened([])).toEqual({});
  });

  it('gives source, holders and pods of a file one play', () => {
    const players = createPlayers(fakeClock());
    expect(players.of(whole)).toBe(players.of(whole));
    expect(players.of(whole)).not.toBe(players.of(figures));
  });
});

describe('a site that plays a recording', () => {
  const surroundings = () => ({
    hostname: 'h',
    program: '',
    env: {},
    clock: fakeClock(),
    metrics: createSelfMetrics('0', 'node'),
  });

  function config(file: string): ExporterConfig {
    const section = {
      sources: [{ replay: { file } }],
      holders: ['podResources'],
      pods: 'kubernetes',
    };
    const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c', exporter: section }));
    if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
    const { exporter, identity } = parsed.site;
    return { role: 'node', node: 'n', exporter, identity, namespacesByName: false };
  }

  it('asks no Kubernetes for pods that are played', async () => {
    const { holders } = await createParts(config(whole), surroundings());
    expect(holders).toHaveLength(2);
  });

  it('asks it where none were recorded', async () => {
    const error = await failureOf(createParts(config(figures), surroundings()));
    expect(error.code).toBe('CONFIG_INVALID');
  });
});
