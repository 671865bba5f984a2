import type { HeldFigure, HolderReport } from './attribution/claim.js';
import {
  boardOf,
  claim,
  holderOf,
  localOf,
  readingOf,
  reportOf,
  telemetryOf,
  uuid,
} from './attribution/testing.js';
import type { CycleInput, CycleOutput } from './cycle/cycle.js';
import { DEFAULT_IDENTITY } from './identity/defaults.js';
import type { HostEntry } from './identity/subject.js';
import type { Telemetry } from './normalise/telemetry.js';
import { createPipeline } from './pipeline.js';
import type { MetricName } from './series/catalog.js';

const START_MS = 1_750_000_000_000;

const telemetry = (utilization: number, extra: Partial<Telemetry> = {}): Telemetry =>
  telemetryOf(
    [boardOf('GPU-a')],
    [
      readingOf('gpu_utilization_ratio', 'GPU-a', utilization),
      readingOf('gpu_memory_used_bytes', 'GPU-a', 8 * 2 ** 30),
      readingOf('gpu_sm_active_ratio', 'GPU-a', 0.25),
    ],
    extra,
  );

const figure = (value: number, holder?: HeldFigure['holder']): HeldFigure => ({
  device: uuid('GPU-a'),
  metric: 'gpu_utilization_ratio',
  value,
  ...(holder === undefined ? {} : { holder }),
});

const processes = (
  figures: readonly HeldFigure[],
  extra: Partial<HolderReport> = {},
): HolderReport =>
  reportOf(
    figures.flatMap(({ device, holder }) =>
      holder === undefined ? [] : [{ device, holder, replicas: 1, resource: '' }],
    ),
    [],
    { source: 'processes', silentMeansFree: false, figures, ...extra },
  );

interface Step {
  readonly telemetry?: Telemetry;
  readonly holders: readonly HolderReport[];
}

/** Plays cycles 15 s apart on a machine that the registry knows by this entry, if any. */
function play(steps: readonly Step[], entry?: HostEntry): CycleOutput[] {
  const pipeline = createPipeline({ node: 'n1', rules: DEFAULT_IDENTITY, intervalMs: 15_000 });
  const directory: CycleInput['directory'] = {
    pod: () => undefined,
    namespace: () => undefined,
    host: () => entry,
  };
  return steps.map((step, i) =>
    pipeline.cycle({
      nowMs: START_MS + i * 15_000,
      monotonicMs: i * 15_000,
      directory,
      place: { pool: '', rack: '' },
      ...step,
    }),
  );
}

const of = (output: CycleOutput | undefined, metric: MetricName) =>
  (output?.series ?? []).filter((series) => series.metric === metric);

const ANA = localOf({ user: 'ana', account: 'risk', job: '4711' });

describe('processes outside of pods', () => {
  it('are named by the rules, with their job and unit and without a pod', () => {
    const [output] = play([
      { telemetry: telemetry(0.5), holders: [processes([figure(0.5, ANA)])] },
    ]);
    expect(of(output, 'gpu_workload_utilization_ratio')).toMatchObject([
      {
        value: 0.5,
        labels: {
          tenant: 'risk',
          user: 'ana',
          namespace: '',
          pod: '',
          container: '',
          hpc_job: '4711',
          systemd_unit: '',
        },
      },
    ]);
    expect(of(output, 'gpu_account_allocated_seconds_total')[0]?.labels).not.toHaveProperty(
      'hpc_job',
    );
    expect(output?.report).toMatchObject({ workloads: 1, unknownPods: 0 });
  });

  it('go by what the registry says of their machine first', () => {
    const entry = { tenant: 'lab', app: 'ocr', user: 'li.wei' };
    const holders = [processes([figure(0.25, ANA), figure(0.25, localOf({ user: 'bob' }))])];
    const [output] = play([{ telemetry: telemetry(0.5), holders }], entry);
    const names = of(output, 'gpu_workload_info').map(({ labels }) => labels['user']);
    expect(names).toEqual(['li.wei', 'li.wei']);
  });

  it('share one series where nothing tells them apart, and are charged once', () => {
    const entry = { tenant: 'lab', app: 'ocr', user: 'li.wei' };
    const users = ['bob', 'eve'].map((user) => figure(0.25, localOf({ user })));
    const step = { telemetry: telemetry(0.5), holders: [processes(users)] };
    const outputs = play([step, step], entry);
    expect(of(outputs[1], 'gpu_workload_utilization_ratio').map(({ value }) => value)).toEqual([
      0.5,
    ]);
    expect(of(outputs[1], 'gpu_account_active_seconds_total').map(({ value }) => value)).toEqual([
      7.5,
    ]);
    expect(of(outputs[1], 'gpu_holders')[0]?.value).toBe(2);
    expect(outputs[1]?.report.workloads).toBe(1);
  });
});

describe('strangers on a GPU that is held alone', () => {
  const held = reportOf([claim(uuid('GPU-a'), 'team-a/train-0/main')]);
  const pod = holderOf('team-a/train-0/main');

  it('take their use from its holder, and the view of the device while they work', () => {
    const idle = processes([figure(0.5, pod), figure(0, localOf())]);
    const busy = processes([figure(0.25, pod), figure(0.25, localOf())]);
    const outputs = play([
      { telemetry: telemetry(0.5), holders: [held, idle] },
      { telemetry: telemetry(0.5), holders: [held, busy] },
    ]);
    const parts = outputs.map((output) => [
      of(output, 'gpu_workload_utilization_ratio')[0]?.value,
      of(output, 'gpu_workload_info')[0]?.labels['utilization_method'],
      of(output, 'gpu_workload_sm_active_ratio').length,
    ]);
    expect(parts).toEqual([
      [0.5, 'exclusive', 1],
      [0.25, 'process', 0],
    ]);
    expect(of(outputs[1], 'gpu_unattributed_utilization_ratio')).toMatchObject([
      { labels: { reason: 'unknown' }, value: 0.25 },
    ]);
  });
});

describe('a cycle’s report', () => {
  it('adds up processes that could not be placed, by reason', () => {
    const unplaced = (reason: string, count: number) => ({
      unplacedProcesses: new Map([[reason, count]]),
    });
    const [output] = play([
      {
        telemetry: telemetry(0),
        holders: [processes([], unplaced('hidden', 2)), processes([], unplaced('hidden', 1))],
      },
    ]);
    expect([...(output?.report.unplacedProcesses ?? [])]).toEqual([['hidden', 3]]);
  });

  it('names GPUs that do not answer, of which XIDs are told as long as they are lost', () => {
    const heard = (count: number): Telemetry['xids'] => [
      {
        session: 's1',
        heard: ['GPU-a'],
        counts: count === 0 ? [] : [{ uuid: 'GPU-a', xid: 79, count, lastMs: START_MS + 9000 }],
      },
    ];
    const lost = [
      { uuid: 'GPU-a', pciBusId: '00000000:01:00.0', code: 'NVML_ERROR_GPU_IS_LOST' },
      { uuid: '', pciBusId: '', code: 'NVML_ERROR_UNKNOWN' },
    ];
    const outputs = play([
      { telemetry: telemetry(0.5, { xids: heard(0) }), holders: [] },
      { telemetry: telemetryOf([], [], { xids: heard(1), lost }), holders: [] },
      { telemetry: telemetry(0.5, { xids: heard(1) }), holders: [] },
      { telemetry: telemetryOf([], [], { xids: heard(1) }), holders: [] },
    ]);
    expect(outputs[1]?.report.lost).toEqual(lost);
    expect(of(outputs[1], 'gpu_info')).toEqual([]);
    expect(of(outputs[1], 'gpu_xid_last_timestamp_seconds')).toMatchObject([
      {
        labels: { node: 'n1', gpu: '0', uuid: 'GPU-a', xid: '79' },
        value: START_MS / 1000 + 9,
      },
    ]);
    const counts = outputs.map((output) =>
      of(output, 'gpu_xid_errors_total').map(({ value }) => value),
    );
    expect(counts).toEqual([[], [1], [1], []]);
  });
});
