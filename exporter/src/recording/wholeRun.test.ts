import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HolderReport, NvmlSnapshot, PodInfo, Series } from '@gpuscope/aggregation';
import { normaliseDcgm, normaliseNvml, parseExposition, parseSite } from '@gpuscope/aggregation';
import { temporaryFolder, type TemporaryFolder } from '../../../test/servers/temporaryFolder.js';
import type { ExporterConfig } from '../config.js';
import { createLogger } from '../logger.js';
import type { NodeParts } from '../nodeRole.js';
import { createNodeRole } from '../nodeRole.js';
import { createNoPods } from '../noPods.js';
import { createParts } from '../parts.js';
import type { HolderSource, PodDirectory, Source } from '../ports.js';
import { createSelfMetrics } from '../selfMetrics.js';
import { fakeClock, logCatcher } from '../testing/fakes.js';
import type { Filter } from './anonymise/index.js';
import { anonymous, AS_IT_IS } from './anonymise/index.js';
import { createCollector, tapInto } from './collect.js';
import { headerOf } from './header.js';
import { createRecorder } from './recorder.js';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder('whole-run');
});
afterAll(() => folder.remove());

const CYCLES = 4;
const INTERVAL_MS = 15_000;
const [ONE, TWO] = [
  'GPU-00000000-1111-4222-8333-00000000000a',
  'GPU-00000000-1111-4222-8333-00000000000b',
];

function configOf(sources: readonly object[]): ExporterConfig {
  const exporter = { sources, holders: ['podResources'], pods: { file: '/nowhere/pods.json' } };
  const parsed = parseSite(JSON.stringify({ version: 1, cluster: 'c1', exporter }));
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const { site } = parsed;
  const isReplay = JSON.stringify(sources).includes('replay');
  return {
    role: 'node',
    node: 'gpunode17',
    exporter: isReplay ? { ...site.exporter, pods: { kind: 'none' } } : site.exporter,
    identity: site.identity,
    namespacesByName: false,
  };
}

const exposition = (cycle: number) => {
  const about = `gpu="0",UUID="${ONE}",pci_bus_id="00000000:41:00.0",modelName="Synthetic X1",Hostname="gpunode17"`;
  return [
    `DCGM_FI_DEV_GPU_UTIL{${about}} ${50 + cycle}`,
    `DCGM_FI_DEV_POWER_USAGE{${about}} ${300 + cycle}`,
    `DCGM_FI_DEV_FB_USED{${about}} 4096`,
    `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{${about}} ${1_000_000 * (cycle + 1)}`,
    '',
  ].join('\n');
};

const look = (cycle: number): NvmlSnapshot => ({
  atMs: 1_700_000_000_000 + cycle * INTERVAL_MS,
  windowMs: INTERVAL_MS,
  session: 'first',
  driverVersion: '570.1',
  devices: [
    {
      index: 1,
      uuid: TWO ?? '',
      name: 'Synthetic X1',
      pciBusId: '00000000:42:00.0',
      mig: false,
      figures: {
        utilization: 60 + cycle,
        power: 250_000,
        memoryUsed: 9e9,
        energy: 5e9 + 1e6 * cycle,
      },
      instances: [],
      processes: [],
      mps: false,
      failures: [],
    },
  ],
  lost: [],
  xids: [{ uuid: TWO ?? '', xid: 31, count: cycle, lastMs: 1_700_000_000_000 }],
  seesProcesses: true,
});

const pods = (cycle: number): PodInfo[] =>
  ['acmetrain-0', `acmebatch-${cycle}`].map((name) => ({
    namespace: 'team-secret',
    name,
    uid: `${name}-uid`,
    node: 'gpunode17',
    phase: 'Running',
    labels: new Map([['app.kubernetes.io/name', name.replace(/-\d+$/, '')]]),
    annotations: new Map(),
    startSeconds: 1_699_999_000,
  }));

function report(cycle: number): HolderReport {
  const [train, batch] = pods(cycle).map(
    ({ namespace, name }) => ({ kind: 'pod', namespace, pod: name, container: 'main' }) as const,
  );
  const user = {
    kind: 'local',
    host: 'gpunode17',
    user: 'liwei',
    group: 'research',
    unit: '',
    job: '',
    account: '',
  } as const;
  if (train === undefined || batch === undefined) throw new Error('two pods');
  const claim = (uuid: string, holder: HolderReport['claims'][number]['holder']) => ({
    device: { by: 'uuid', uuid } as const,
    holder,
    replicas: 1,
    resource: 'nvidia.com/gpu',
  });
  const two = TWO ?? '';
  return {
    source: 'processes',
    claims: [claim(ONE ?? '', train), claim(two, batch), claim(two, user)],
    capacities: [],
    unknownResources: new Map([['acme.example/fpga', 1]]),
    unreadableIds: [],
    silentMeansFree: false,
    figures: [
      {
        device: { by: 'uuid', uuid: two },
        holder: batch,
        metric: 'gpu_utilization_ratio',
        value: 0.4,
      },
      {
        device: { by: 'uuid', uuid: two },
        holder: user,
        metric: 'gpu_utilization_ratio',
        value: 0.1,
      },
    ],
    unplacedProcesses: new Map([['hidden', 1]]),
  };
}

/** A site whose every answer is known, cycle by cycle. */
function world() {
  let cycle = 0;
  const close = () => Promise.resolve();
  const sources: Source[] = [
    {
      name: 'dcgm',
      read: () => Promise.resolve(normaliseDcgm(parseExposition(exposition(cycle)))),
      close,
    },
    { name: 'nvml', read: () => Promise.resolve(normaliseNvml(look(cycle))), close },
  ];
  const holders: HolderSource[] = [
    { name: 'processes', report: () => Promise.resolve(report(cycle)), close },
  ];
  const namespace = {
    name: 'team-secret',
    labels: new Map([['kubesphere.io/workspace', 'research']]),
    annotations: new Map<string, string>(),
  };
  const directory: PodDirectory = {
    ...createNoPods(false),
    pod: (of, name) => pods(cycle).find((pod) => pod.namespace === of && pod.name === name),
    namespace: (name) => (name === namespace.name ? namespace : undefined),
    nodeLabels: () => new Map([['karpenter.sh/nodepool', 'secretpool']]),
  };
  return {
    sources,
    holders,
    directory,
    next: () => void (cycle += 1),
    texts: () => ({ text: exposition(cycle), snapshot: look(cycle) }),
  };
}

type Parts = Pick<NodeParts, 'sources' | 'holders' | 'directory'>;

/** The series of each cycle. */
async function run(
  config: ExporterConfig,
  clock: ReturnType<typeof fakeClock>,
  parts: Parts,
  next: () => void,
): Promise<Series[][]> {
  const metrics = createSelfMetrics('0', 'node');
  const logger = createLogger('silent', logCatcher());
  const role = createNodeRole({ config, ...parts, metrics, logger, clock });
  const all: Series[][] = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    await role.cycle();
    expect(role.failures()).toEqual([]);
    all.push([...role.series()]);
    clock.advance(INTERVAL_MS);
    next();
  }
  await role.close();
  return all;
}

async function recordInto(file: string, filter: Filter): Promise<string> {
  const { sources, holders, directory, next, texts } = world();
  const recorder = createRecorder();
  const tap = tapInto(recorder, filter);
  const { exporter } = configOf([{ nvml: {} }]);
  const clock = fakeClock();
  const { nodeLabels } = exporter;
  const parts = {
    sources,
    holders,
    directory,
    nodeLabels,
    recorder,
    filter,
    timeoutMs: 60_000,
    clock,
  };
  const collect = createCollector(parts);
  const lines: object[] = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    const { text, snapshot } = texts();
    tap.exposition('dcgm', text, []);
    tap.nvml(snapshot);
    const { telemetry, failures } = await collect();
    expect(failures).toEqual([]);
    const about = { kernel: '6.1.0', program: '0', node: 'gpunode17', intervalMs: INTERVAL_MS };
    const names = { sources: ['dcgm', 'nvml'], holders: ['processes'] };
    if (cycle === 0)
      lines.push(headerOf({ ...about, ...names, nowMs: clock.nowMs() }, telemetry, filter));
    lines.push(...recorder.lines(clock.nowMs()));
    clock.advance(INTERVAL_MS);
    next();
  }
  const whole = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFile(file, whole);
  return whole;
}

async function replayed(file: string): Promise<Series[][]> {
  const config = configOf([{ replay: { file } }]);
  const clock = fakeClock();
  const metrics = createSelfMetrics('0', 'node');
  const surroundings = { hostname: 'elsewhere', program: '', env: {}, clock, metrics };
  return run(config, clock, await createParts(config, surroundings), () => undefined);
}

async function recordedRun(): Promise<Series[][]> {
  const { next, ...parts } = world();
  return run(configOf([{ nvml: {} }]), fakeClock(), parts, next);
}

const sorted = (series: readonly Series[]) =>
  series
    .map(({ metric, labels, value }) =>
      JSON.stringify([metric, Object.entries(labels).sort(), value]),
    )
    .sort();

describe('a recording that is played', () => {
  it('gives the series of the run that was recorded, cycle by cycle', async () => {
    const file = join(folder.path, 'plain.jsonl');
    await recordInto(file, AS_IT_IS);
    const [before, after] = [await recordedRun(), await replayed(file)];
    expect(after.map(sorted)).toEqual(before.map(sorted));
    const names = new Set(before.flat().map(({ metric }) => metric));
    for (const name of [
      'gpu_workload_utilization_ratio',
      'gpu_workload_info',
      'gpu_xid_errors_total',
      'gpu_account_energy_joules_total',
      'gpu_node_info',
    ] as const) {
      expect(names).toContain(name);
    }
  });

  it('without names gives the same figures of as many workloads, and holds none of the names', async () => {
    const file = join(folder.path, 'anonymous.jsonl');
    const key = createHash('sha256').update('some key').digest();
    const text = await recordInto(file, anonymous(key, configOf([{ nvml: {} }]).identity));
    for (const name of [
      'acme',
      'secret',
      'liwei',
      'research',
      'gpunode17',
      '4222-8333',
      ':41:00',
    ]) {
      expect(text).not.toContain(name);
    }
    expect(text).not.toContain(key.toString('hex'));
    expect(text).toContain('Synthetic X1');
    const [before, after] = [await recordedRun(), await replayed(file)];
    const shape = (series: readonly Series[]) =>
      series
        .map(({ metric, labels, value }) =>
          JSON.stringify([metric, Object.keys(labels).sort(), value]),
        )
        .sort();
    expect(after.map(shape)).toEqual(before.map(shape));
    const tenants = (all: Series[][]) =>
      new Set(
        all.flat().map(({ labels }) => `${labels['tenant']} ${labels['app']} ${labels['user']}`),
      ).size;
    expect(tenants(after)).toBe(tenants(before));
  });
});
