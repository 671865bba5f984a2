import {
  boardOf,
  claim,
  migBoard,
  offer,
  readingOf,
  reportOf,
  telemetryOf,
  uuid,
} from './attribution/testing.js';
import type { HolderReport } from './attribution/claim.js';
import type { CycleInput, CycleOutput } from './cycle/cycle.js';
import { DEFAULT_IDENTITY } from './identity/defaults.js';
import { sketchNamespace, sketchPod } from './identity/testing.js';
import type { Telemetry } from './normalise/telemetry.js';
import { createPipeline, type PipelineOptions } from './pipeline.js';
import type { MetricName } from './series/catalog.js';

const START_MS = 1_750_000_000_000;
const HELD = reportOf([claim(uuid('GPU-a'), 'team-a/train-0/main')], [offer(uuid('GPU-a'))]);

const directory: CycleInput['directory'] = {
  pod: (namespace, name) => ({
    ...sketchPod({ namespace, name, labels: { app: 'train' } }),
    startSeconds: 1_749_999_000,
  }),
  namespace: (name) => sketchNamespace(name, { 'kubesphere.io/workspace': 'risk' }),
  host: () => undefined,
};

const telemetry = (joules: number, extra: Partial<Telemetry> = {}): Telemetry =>
  telemetryOf(
    [boardOf('GPU-a')],
    [
      readingOf('gpu_utilization_ratio', 'GPU-a', 0.5),
      readingOf('gpu_power_watts', 'GPU-a', 300),
      readingOf('gpu_energy_joules_total', 'GPU-a', joules),
      readingOf('gpu_temperature_celsius', 'GPU-a', 61),
    ],
    extra,
  );

type Step = Partial<Omit<CycleInput, 'monotonicMs' | 'nowMs'>> & { readonly at: number };

/** Plays cycles at these seconds; a step without telemetry is one in which the source is silent. */
function play(steps: readonly Step[], options: Partial<PipelineOptions> = {}): CycleOutput[] {
  const pipeline = createPipeline({
    node: 'n1',
    rules: DEFAULT_IDENTITY,
    intervalMs: 15_000,
    ...options,
  });
  return steps.map(({ at, ...input }) =>
    pipeline.cycle({
      nowMs: START_MS + at * 1000,
      monotonicMs: at * 1000,
      holders: [HELD],
      directory,
      place: { pool: 'p', rack: '' },
      ...input,
    }),
  );
}

const of = (output: CycleOutput | undefined, metric: MetricName) =>
  (output?.series ?? []).filter((series) => series.metric === metric);

const value = (output: CycleOutput | undefined, metric: MetricName): number | undefined =>
  of(output, metric)[0]?.value;

const lastOf = (outputs: readonly CycleOutput[]): CycleOutput | undefined => outputs.at(-1);

describe('a cycle', () => {
  it('names who holds what, since when, and what only the holder may see', () => {
    const [output] = play([{ at: 0, telemetry: telemetry(1000) }]);
    expect(of(output, 'gpu_workload_allocated_ratio')[0]?.labels).toMatchObject({
      node: 'n1',
      tenant: 'risk',
      app: 'train',
      namespace: 'team-a',
      pod: 'train-0',
      container: 'main',
    });
    expect(value(output, 'gpu_workload_start_time_seconds')).toBe(1_749_999_000);
    expect(value(output, 'gpu_workload_device_temperature_celsius')).toBe(61);
    expect(output?.report).toMatchObject({ boards: 1, leaves: 1, workloads: 1, unknownPods: 0 });
  });

  it('starts accounts and unattributed energy at 0, so that their first increase shows', () => {
    const [first] = play([{ at: 0, telemetry: telemetry(1000) }]);
    expect(value(first, 'gpu_account_allocated_seconds_total')).toBe(0);
    expect(value(first, 'gpu_account_energy_joules_total')).toBe(0);
    expect(of(first, 'gpu_unattributed_energy_joules_total').map((one) => one.value)).toEqual([
      0, 0, 0,
    ]);
  });

  it('puts the cluster on every series where it is given, and else on none', () => {
    const steps = [0, 15].map((at) => ({ at, telemetry: telemetry(1000 + at) }));
    const clusters = (options: Partial<PipelineOptions>) =>
      new Set(
        play(steps, options).flatMap(({ series }) => series.map((one) => one.labels['cluster'])),
      );
    expect(clusters({ cluster: 'idc1' })).toEqual(new Set(['idc1']));
    expect(clusters({})).toEqual(new Set([undefined]));
  });

  it('names the tenant of a pod that the directory does not know by its namespace, and counts the pod', () => {
    const unknown = { ...directory, pod: () => undefined };
    const [output] = play([{ at: 0, telemetry: telemetry(1000), directory: unknown }]);
    expect(of(output, 'gpu_workload_allocated_ratio')[0]?.labels).toMatchObject({
      tenant: 'risk',
      app: '',
    });
    expect(output?.report).toMatchObject({
      unknownPods: 1,
      unnamed: { tenant: 0, app: 1, user: 1 },
    });
    expect(value(output, 'gpu_workload_start_time_seconds')).toBeUndefined();
  });

  it('does not count a host without an entry as a pod', () => {
    const report = reportOf([claim(uuid('GPU-a'), 'vm-1')]);
    const [output] = play([{ at: 0, telemetry: telemetry(1000), holders: [report] }]);
    expect(output?.report).toMatchObject({ workloads: 1, unknownPods: 0 });
  });

  it('counts a claim on a whole GPU that is cut into instances, and calls none of them free', () => {
    const cut = telemetryOf([migBoard('GPU-a', ['1g.10gb'])], []);
    const [output] = play([{ at: 0, telemetry: cut }]);
    expect(output?.report.unplaced).toEqual([
      { source: 'podResources', resource: 'nvidia.com/gpu', device: 'GPU-a' },
    ]);
    expect(of(output, 'gpu_unattributed_allocated_ratio')).toMatchObject([
      { labels: { reason: 'unknown' }, value: 1 },
    ]);
    expect(of(output, 'gpu_holders')).toEqual([]);
  });

  it('shows a holder the XIDs that came on its watch, and no earlier one', () => {
    const code = (xid: number) => ({ lastXid: new Map([['GPU-a', xid]]) });
    const next = reportOf([claim(uuid('GPU-a'), 'team-a/next-0/main')]);
    const outputs = play([
      { at: 0, telemetry: telemetry(1, code(0)) },
      { at: 15, telemetry: telemetry(2, code(31)) },
      { at: 30, telemetry: telemetry(3, code(31)), holders: [next] },
    ]);
    expect(of(outputs[1], 'gpu_workload_xid_last_timestamp_seconds')).toMatchObject([
      { labels: { xid: '31' }, value: START_MS / 1000 + 15 },
    ]);
    expect(value(outputs[2], 'gpu_xid_errors_total')).toBe(1);
    expect(of(outputs[2], 'gpu_workload_xid_last_timestamp_seconds')).toEqual([]);
  });
});

describe('from cycle to cycle', () => {
  const holders: readonly HolderReport[] = [HELD];

  it('charges the time and energy of a GPU that was gone for a cycle when it is back', () => {
    const outputs = play([
      { at: 0, telemetry: telemetry(1000) },
      { at: 15, telemetry: telemetryOf([], []), holders },
      { at: 30, telemetry: telemetry(10_000) },
    ]);
    expect(value(outputs[1], 'gpu_account_allocated_seconds_total')).toBe(0);
    expect(value(outputs[2], 'gpu_account_allocated_seconds_total')).toBe(30);
    expect(value(outputs[2], 'gpu_account_energy_joules_total')).toBe(9000);
  });

  it('remembers the last use and the XIDs of a GPU that was gone for a cycle', () => {
    const code = (xid: number) => ({ lastXid: new Map([['GPU-a', xid]]) });
    const idle = telemetryOf([boardOf('GPU-a')], [readingOf('gpu_utilization_ratio', 'GPU-a', 0)]);
    const outputs = play([
      { at: 0, telemetry: telemetry(1, code(0)) },
      { at: 15, telemetry: telemetry(2, code(31)) },
      { at: 30, telemetry: telemetryOf([], []) },
      { at: 45, telemetry: { ...idle, ...code(31) } },
    ]);
    const last = lastOf(outputs);
    expect(value(last, 'gpu_workload_last_active_timestamp_seconds')).toBe(START_MS / 1000 + 15);
    expect(value(last, 'gpu_xid_errors_total')).toBe(1);
  });

  it('goes on serving accounts while the source is silent, and blames no claim for it', () => {
    const [, silent, back] = play([
      { at: 0, telemetry: telemetry(1000) },
      { at: 15 },
      { at: 30, telemetry: telemetry(2000) },
    ]);
    const metrics = new Set(silent?.series.map(({ metric }) => metric));
    expect(metrics).toContain('gpu_account_allocated_seconds_total');
    expect(metrics).not.toContain('gpu_info');
    expect(metrics).not.toContain('gpu_node_info');
    expect(silent?.report).toMatchObject({ boards: 0, unplaced: [], unmeasuredSeconds: 0 });
    expect(value(back, 'gpu_account_allocated_seconds_total')).toBe(30);
  });

  it('charges at most three intervals, and leaves the rest of time and energy to nobody', () => {
    const [, late] = play([
      { at: 0, telemetry: telemetry(0) },
      { at: 180, telemetry: telemetry(1800) },
    ]);
    expect(value(late, 'gpu_account_allocated_seconds_total')).toBe(45);
    expect(value(late, 'gpu_account_energy_joules_total')).toBe(450);
    const unknown = of(late, 'gpu_unattributed_energy_joules_total').find(
      ({ labels }) => labels['reason'] === 'unknown',
    );
    expect(unknown?.value).toBe(1350);
    expect(late?.report.unmeasuredSeconds).toBe(135);
  });

  it('charges by the monotonic clock, wherever the wall clock jumps', () => {
    const pipeline = createPipeline({ node: 'n', rules: DEFAULT_IDENTITY, intervalMs: 15_000 });
    const jumps = [0, 7_200_000, -7_200_000].map((jumpMs, i) =>
      pipeline.cycle({
        nowMs: START_MS + jumpMs,
        monotonicMs: i * 15_000,
        telemetry: telemetry(1000 * i),
        holders,
        directory,
        place: { pool: '', rack: '' },
      }),
    );
    expect(value(lastOf(jumps), 'gpu_account_allocated_seconds_total')).toBe(30);
  });

  it('takes a source that repeats itself for silent, unless it does so by design', () => {
    const steps = [0, 15, 30, 45, 60, 75].map((at) => ({ at, telemetry: telemetry(1000) }));
    const frozen = (options: Partial<PipelineOptions>) =>
      play(steps, options).map(({ report, series }) => [
        report.frozen,
        series.some(({ metric }) => metric === 'gpu_info'),
      ]);
    const well = [false, true];
    expect(frozen({})).toEqual([well, well, well, well, [true, false], [true, false]]);
    expect(frozen({ detectFrozen: false })).toEqual(steps.map(() => well));
  });

  it('does not take a source that is away, whose last words are handed in again, for a frozen one', () => {
    const last = telemetry(1000);
    const steps = [0, 15, 30, 45, 60, 75, 90].map((at) => ({ at, telemetry: last }));
    expect(play(steps).map(({ report }) => report.frozen)).toEqual(steps.map(() => false));
  });

  it('starts all over after a restart: no charge and no XID of the time before', () => {
    const code = { lastXid: new Map([['GPU-a', 79]]) };
    const [output] = play([{ at: 500, telemetry: telemetry(99_000, code) }]);
    expect(value(output, 'gpu_account_energy_joules_total')).toBe(0);
    expect(of(output, 'gpu_xid_errors_total')).toEqual([]);
    expect(value(output, 'gpu_workload_last_active_timestamp_seconds')).toBe(START_MS / 1000 + 500);
  });

  it('hands a device over: each holder is charged for the cycles at whose end it was present', () => {
    const next = reportOf([claim(uuid('GPU-a'), 'team-b/serve-0/main')]);
    const last = lastOf(
      play([
        { at: 0, telemetry: telemetry(0) },
        { at: 15, telemetry: telemetry(100) },
        { at: 30, telemetry: telemetry(300), holders: [next] },
      ]),
    );
    const accounts = of(last, 'gpu_account_energy_joules_total');
    expect(accounts.map(({ labels, value }) => [labels['namespace'], value])).toEqual([
      ['team-a', 100],
      ['team-b', 200],
    ]);
    expect(of(last, 'gpu_workload_allocated_ratio')).toHaveLength(1);
  });
});
