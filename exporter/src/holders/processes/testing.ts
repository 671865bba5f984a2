import type {
  NvmlDevice,
  NvmlProcess,
  NvmlSnapshot,
  PodInfo,
  ProcessFacts,
} from '@gpuscope/aggregation';
import type { JobFolder } from '../../proc/jobFolder.js';
import type { UserNames } from '../../proc/userNames.js';
import type { MadeReport, ReportInput } from './report.js';
import { toReport } from './report.js';

/** Made-up pods: `<namespace>/<name>` by uid, each with a container `main`. */
export const POD_A = 'aaaaaaaa-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const POD_B = 'bbbbbbbb-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const MAIN = 'ab12'.repeat(16);

const pod = (namespace: string, name: string, uid: string): PodInfo => ({
  namespace,
  name,
  uid,
  node: 'gpu-1',
  phase: 'Running',
  labels: new Map(),
  annotations: new Map(),
  containers: new Map([[MAIN, 'main']]),
});

const PODS = new Map([
  [POD_A, pod('team-a', 'train-0', POD_A)],
  [POD_B, pod('team-b', 'serve-0', POD_B)],
]);

/** Holders as reports name them. */
export const TRAIN = { kind: 'pod', namespace: 'team-a', pod: 'train-0', container: 'main' };
export const SERVE = { kind: 'pod', namespace: 'team-b', pod: 'serve-0', container: 'main' };

export const local = (rest: object): object => ({
  kind: 'local',
  host: 'gpu-1',
  user: '',
  group: '',
  unit: '',
  job: '',
  account: '',
  ...rest,
});

/** Paths of version 2. */
export const AT = {
  pod: (uid: string, id = MAIN): string => `/kubepods/burstable/pod${uid}/${id}`,
  job: (job: string): string => `/system.slice/slurmstepd.scope/job_${job}/step_0/user/task_0`,
  unit: (unit: string): string => `/system.slice/${unit}`,
  session: (uid: number): string => `/user.slice/user-${uid}.slice/session-1.scope`,
};

export const facts = (
  path: string,
  rest: Partial<Extract<ProcessFacts, { found: true }>> = {},
): ProcessFacts => ({
  found: true,
  cgroup: `0::${path}\n`,
  uid: 1000,
  gid: 100,
  startTicks: 4711,
  command: 'python3',
  ...rest,
});

let pids = 1;

/** A process that computes, with a number of its own. */
export const running = (path: string, rest: Partial<NvmlProcess> = {}): NvmlProcess => ({
  pid: (pids += 1),
  kind: 'compute',
  facts: facts(path),
  ended: false,
  ...rest,
});

export const lost = (
  reason: Extract<ProcessFacts, { found: false }>['reason'],
  rest: Partial<NvmlProcess> = {},
): NvmlProcess => running('/', { facts: { found: false, reason }, ...rest });

export const device = (index: number, rest: Partial<NvmlDevice> = {}): NvmlDevice => ({
  index,
  uuid: `GPU-${index}`,
  name: 'Synthetic X1',
  pciBusId: `00000000:0${index}:00.0`,
  mig: false,
  figures: {},
  instances: [],
  processes: [],
  mps: false,
  failures: [],
  ...rest,
});

/** A board with MIG instances of these numbers. */
export const migDevice = (
  index: number,
  instances: readonly number[],
  processes: readonly NvmlProcess[],
): NvmlDevice =>
  device(index, {
    mig: true,
    processes,
    instances: instances.map((gpuInstance) => ({
      gpuInstance,
      uuid: `MIG-${index}-${gpuInstance}`,
      profile: '1g.10gb',
      figures: {},
    })),
  });

/** A device with these processes. */
export const busy = (index: number, ...processes: readonly NvmlProcess[]): NvmlDevice =>
  device(index, { processes });

export const snapshot = (
  devices: readonly NvmlDevice[],
  rest: Partial<NvmlSnapshot> = {},
): NvmlSnapshot => ({
  atMs: 1_700_000_000_000,
  windowMs: 15_000,
  session: 's1',
  driverVersion: '580.1',
  devices,
  lost: [],
  seesProcesses: true,
  ...rest,
});

/** A name service that knows alice (1000) and bob (1001) and answers at once. */
export function fakeUsers(): UserNames {
  const users = new Map([
    [0, ['root', 'root']],
    [1000, ['alice', 'users']],
    [1001, ['bob', 'research']],
  ]);
  const learned = new Set<number>();
  const of = (uid: number, which: 0 | 1): string | undefined =>
    learned.has(uid) ? users.get(uid)?.[which] : undefined;
  return {
    learn: (uids) => {
      for (const uid of uids) learned.add(uid);
      return Promise.resolve();
    },
    user: (uid) => of(uid, 0) ?? String(uid),
    group: (uid) => of(uid, 1) ?? '',
  };
}

export const gpustat = (...devices: JobFolder['devices']): JobFolder => ({
  exists: true,
  devices,
  problems: [],
});

export const pods = { podByUid: (uid: string): PodInfo | undefined => PODS.get(uid) };

/** The report on these devices. */
export const made = (
  devices: readonly NvmlDevice[],
  rest: Partial<ReportInput> = {},
): Promise<MadeReport> =>
  toReport({
    snapshot: snapshot(devices),
    folders: [],
    users: fakeUsers(),
    host: 'gpu-1',
    pods,
    sole: false,
    jobs: new Map(),
    slurmSeen: false,
    ...rest,
  });

export const reported = async (
  devices: readonly NvmlDevice[],
  rest: Partial<ReportInput> = {},
): Promise<MadeReport['report']> => (await made(devices, rest)).report;

/** Figures as `[device, holder, value]`, in the order of the report. */
export const figuresOf = (
  { figures = [] }: MadeReport['report'],
  metric: 'gpu_memory_used_bytes' | 'gpu_utilization_ratio',
): unknown[] =>
  figures
    .filter((figure) => figure.metric === metric)
    .map(({ device: ref, holder, value }) => [ref, holder, value]);
