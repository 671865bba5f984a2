import type { HolderReport, Series, Telemetry } from '@gpuscope/aggregation';
import { GpuscopeError, parseSite } from '@gpuscope/aggregation';
import type { ExporterConfig } from './config.js';
import { createLogger } from './logger.js';
import { createNodeRole } from './nodeRole.js';
import { createNoPods } from './noPods.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import { createSelfMetrics } from './selfMetrics.js';
import { ForeignSourceError } from './sources/dcgm.js';
import { board, fakeClock, logCatcher, reading, telemetry } from './testing/fakes.js';
import { valuesOf } from './testing/report.js';

const SITE = {
  version: 1,
  cluster: 'c1',
  exporter: {
    interval: '15s',
    dropAfter: '60s',
    sources: [{ dcgm: { url: 'http://127.0.0.1:9' } }],
    holders: ['dcgmLabels'],
    pods: 'none',
  },
};

function config(rest: Partial<ExporterConfig> = {}): ExporterConfig {
  const parsed = parseSite(JSON.stringify(SITE));
  if (!('site' in parsed)) throw new Error(JSON.stringify(parsed.problems));
  const { exporter, identity } = parsed.site;
  return { role: 'node', node: 'gpu-1', exporter, identity, namespacesByName: true, ...rest };
}

const SEEN = telemetry({
  boards: [board('GPU-a')],
  readings: [
    reading('gpu_utilization_ratio', 'GPU-a', 0.5),
    reading('gpu_temperature_celsius', 'GPU-a', 40),
  ],
});

const HELD: HolderReport = {
  source: 'h',
  claims: [
    {
      device: { by: 'uuid', uuid: 'GPU-a' },
      holder: { kind: 'pod', namespace: 'team-a', pod: 'train-0', container: 'main' },
      replicas: 1,
      resource: 'nvidia.com/gpu',
    },
  ],
  capacities: [],
  unknownResources: new Map(),
  unreadableIds: [],
  silentMeansFree: true,
};

const away = new GpuscopeError('SOURCE_UNREACHABLE', 'http://127.0.0.1:9: nobody there');

interface World {
  source: () => Promise<Telemetry>;
  holder: () => Promise<HolderReport>;
}

function role(directory: PodDirectory = createNoPods(true), rest: Partial<ExporterConfig> = {}) {
  const world: World = {
    source: () => Promise.resolve(SEEN),
    holder: () => Promise.resolve(HELD),
  };
  const clock = fakeClock();
  const metrics = createSelfMetrics('0', 'node');
  const sink = logCatcher();
  const source: Source = {
    name: 'dcgm',
    read: () => world.source(),
    close: () => Promise.resolve(),
  };
  const holder: HolderSource = {
    name: 'h',
    report: () => world.holder(),
    close: () => Promise.resolve(),
  };
  const running = createNodeRole({
    config: config(rest),
    sources: [source],
    holders: [holder],
    directory,
    metrics,
    logger: createLogger('info', sink),
    clock,
  });
  const own = async (name: string) =>
    valuesOf(await metrics.families(), `gpuscope_exporter_${name}`);
  const cycles = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) {
      await running.cycle();
      clock.advance(15_000);
    }
  };
  return { running, world, clock, sink, own, cycles };
}

const find = (series: readonly Series[], metric: Series['metric']) =>
  series.find((one) => one.metric === metric);

describe('createNodeRole: a cycle', () => {
  it('says whose the use of a device is', async () => {
    const { running, cycles } = role();
    await cycles(1);
    expect(find(running.series(), 'gpu_workload_utilization_ratio')).toMatchObject({
      value: 0.5,
      labels: { node: 'gpu-1', uuid: 'GPU-a', namespace: 'team-a', pod: 'train-0' },
    });
  });

  it('charges accounts by the time between cycles', async () => {
    const { running, cycles } = role();
    await cycles(3);
    expect(find(running.series(), 'gpu_account_allocated_seconds_total')?.value).toBeCloseTo(30);
  });

  it('gives every series the cluster’s name where the site wants that', async () => {
    const { running, cycles } = role(createNoPods(true), { clusterLabel: 'c1' });
    await cycles(1);
    expect(running.series().length).toBeGreaterThan(0);
    expect(running.series().every(({ labels }) => labels['cluster'] === 'c1')).toBe(true);
  });

  it('says where the node stands by its labels', async () => {
    const directory = {
      ...createNoPods(true),
      nodeLabels: () => new Map([['karpenter.sh/nodepool', 'a100-spot']]),
    };
    const { running, cycles } = role(directory);
    await cycles(1);
    expect(find(running.series(), 'gpu_node_info')?.labels).toMatchObject({ pool: 'a100-spot' });
  });
});

describe('createNodeRole: a source that fails', () => {
  it('serves its last figures until dropAfter, then no device; accounts stay', async () => {
    const { running, world, cycles, own } = role();
    await cycles(2);
    world.source = () => Promise.reject(away);
    await cycles(1);
    expect(await own('source_up')).toEqual({ 'source=dcgm': 0 });
    expect(find(running.series(), 'gpu_temperature_celsius')?.value).toBe(40);
    await cycles(4);
    expect(find(running.series(), 'gpu_temperature_celsius')).toBeUndefined();
    expect(find(running.series(), 'gpu_info')).toBeUndefined();
    expect(find(running.series(), 'gpu_account_allocated_seconds_total')).toBeDefined();
  });

  it('comes back by itself; a log line for each change, none between', async () => {
    const { running, world, cycles, own, sink } = role();
    await cycles(1);
    world.source = () => Promise.reject(away);
    await cycles(20);
    world.source = () => Promise.resolve(SEEN);
    await cycles(5);
    expect(await own('source_up')).toEqual({ 'source=dcgm': 1 });
    expect(find(running.series(), 'gpu_temperature_celsius')?.value).toBe(40);
    expect(sink.lines.filter(({ source }) => source === 'dcgm').map(({ msg }) => msg)).toEqual([
      'source answers',
      'http://127.0.0.1:9: nobody there',
      'source answers again',
    ]);
  });

  it('says so in the readiness text, and is ready all the same', async () => {
    const { running, world, cycles } = role();
    expect(running.readiness()).toEqual({
      ready: false,
      text: 'waiting for the first cycle (dcgm)',
    });
    world.source = () => Promise.reject(away);
    await cycles(1);
    const { ready, text } = running.readiness();
    expect(ready).toBe(true);
    expect(text).toContain('source dcgm: never answered: http://127.0.0.1:9: nobody there');
    expect(running.failures()).toEqual(['http://127.0.0.1:9: nobody there']);
  });

  it('counts what it refused of another node', async () => {
    const { world, cycles, own } = role();
    const foreign = telemetry({
      foreignHosts: ['gpu-2'],
      drops: [{ field: 'DEV_GPU_TEMP', reason: 'foreign_host', count: 8 }],
    });
    world.source = () => Promise.reject(new ForeignSourceError('not ours', foreign));
    await cycles(2);
    expect(await own('foreign_hosts_total')).toEqual({ '': 2 });
    expect(await own('dropped_samples_total')).toEqual({
      'field=DEV_GPU_TEMP,reason=foreign_host': 16,
    });
  });
});

describe('createNodeRole: a holder that fails', () => {
  it('is believed for 60 s after its last answer, then nobody holds anything', async () => {
    const { running, world, cycles, own } = role();
    await cycles(1);
    world.holder = () => Promise.reject(new GpuscopeError('HOLDER_UNREACHABLE', 'no socket'));
    await cycles(4);
    expect(find(running.series(), 'gpu_workload_utilization_ratio')?.value).toBe(0.5);
    expect(await own('holder_up')).toEqual({ 'holder=h': 0 });
    await cycles(1);
    expect(find(running.series(), 'gpu_workload_utilization_ratio')).toBeUndefined();
    expect(find(running.series(), 'gpu_unattributed_utilization_ratio')?.labels).toMatchObject({
      reason: 'unknown',
    });
    expect(find(running.series(), 'gpu_temperature_celsius')?.value).toBe(40);
  });
});

describe('createNodeRole: a holder that measures devices', () => {
  it('is believed about what they did in its window, and not about any time after', async () => {
    const { running, world, cycles } = role();
    const window = {
      device: { by: 'uuid', uuid: 'GPU-a' },
      metric: 'gpu_utilization_ratio',
      value: 0.8,
    } as const;
    world.holder = () => Promise.resolve({ ...HELD, deviceFigures: [window] });
    await cycles(1);
    expect(find(running.series(), 'gpu_utilization_ratio')?.value).toBe(0.8);
    expect(find(running.series(), 'gpu_workload_utilization_ratio')?.value).toBe(0.8);
    world.holder = () => Promise.reject(new GpuscopeError('HOLDER_TIMEOUT', 'it hangs'));
    await cycles(1);
    expect(find(running.series(), 'gpu_utilization_ratio')?.value).toBe(0.5);
    expect(find(running.series(), 'gpu_workload_utilization_ratio')?.value).toBe(0.5);
  });
});

describe('createNodeRole: clocks', () => {
  it('a wall clock that jumps costs nobody anything and takes nothing away', async () => {
    const { running, clock, cycles } = role();
    await cycles(2);
    clock.jump(-86_400_000);
    await cycles(1);
    clock.jump(2 * 86_400_000);
    await cycles(1);
    expect(find(running.series(), 'gpu_account_allocated_seconds_total')?.value).toBeCloseTo(45);
    expect(find(running.series(), 'gpu_temperature_celsius')?.value).toBe(40);
  });

  it('a pause of the whole machine is charged to nobody beyond three intervals', async () => {
    const { running, clock, cycles, own } = role();
    await cycles(2);
    clock.advance(3_600_000);
    await cycles(1);
    const charged = find(running.series(), 'gpu_account_allocated_seconds_total')?.value ?? 0;
    expect(charged).toBeLessThanOrEqual(15 + 45 + 0.001);
    const { '': unmeasured = 0 } = await own('unmeasured_seconds_total');
    expect(charged + unmeasured).toBeCloseTo(3_600 + 30);
  });
});

describe('createNodeRole: defects of ours', () => {
  it('survives a cycle that throws: a metric, a log line, and the last series', async () => {
    const { running, world, cycles, own, sink } = role();
    await cycles(1);
    world.source = () => Promise.resolve({ ...SEEN, boards: null as unknown as [] });
    await cycles(2);
    expect(await own('cycle_failures_total')).toEqual({ '': 2 });
    expect(sink.lines.filter(({ part }) => part === 'cycle')).toHaveLength(1);
    expect(find(running.series(), 'gpu_temperature_celsius')).toBeDefined();
    world.source = () => Promise.resolve(SEEN);
    await cycles(1);
    expect(await own('cycles_total')).toEqual({ '': 2 });
  });
});

describe('createNodeRole: names', () => {
  it('waits for the pods’ first list before the first cycle', async () => {
    let synced = false;
    const empty = createNoPods(true);
    const directory = { ...empty, status: () => ({ ...empty.status(), synced }) };
    const { running } = role(directory);
    let done = false;
    const cycle = running.cycle().then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(done).toBe(false);
    synced = true;
    await cycle;
    expect(running.series().length).toBeGreaterThan(0);
  });

  it('does not wait once it is told to end', async () => {
    const empty = createNoPods(true);
    const directory = { ...empty, status: () => ({ ...empty.status(), synced: false }) };
    const { running } = role(directory);
    const cycle = running.cycle();
    await running.close();
    await cycle;
  });
});
