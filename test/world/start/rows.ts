import type { InstantSample } from '../../servers/index.js';

/** A line of the table: one workload on one device, or a device that nobody holds. */
export interface Row {
  readonly node: string;
  readonly gpu: string;
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
  readonly pod: string;
  /** GPUs. */
  readonly held: number;
  readonly used: number | undefined;
  /** Bytes. */
  readonly memory: number | undefined;
  readonly watts: number | undefined;
}

/** Each figure of the table with the queries that give it: of workloads, and of what nobody holds. */
export const QUERIES = {
  held: 'gpu_workload_allocated_gpus',
  used: 'gpu_workload_used_gpus',
  memory: 'gpu_workload_memory_used_bytes',
  watts: 'gpu_workload_power_watts',
  free: '(gpu_unattributed_allocated_ratio * on (node, uuid, gpu_instance) group_left () gpu_slice_ratio)',
} as const;

export type Answers = Readonly<Record<keyof typeof QUERIES, readonly InstantSample[]>>;

type Labels = InstantSample['labels'];

const keyOf = (labels: Labels): string =>
  ['node', 'uuid', 'gpu_instance', 'namespace', 'pod', 'container']
    .map((name) => labels[name] ?? '')
    .join('/');

/** The table's lines, by node, device and tenant. */
export function rowsOf(answers: Answers): Row[] {
  const figure = (name: 'used' | 'memory' | 'watts'): ReadonlyMap<string, number> =>
    new Map(answers[name].map(({ labels, value }) => [keyOf(labels), value]));
  const [used, memory, watts] = [figure('used'), figure('memory'), figure('watts')];
  const workloads = answers.held.map(({ labels, value }) => ({
    ...place(labels),
    held: value,
    used: used.get(keyOf(labels)),
    memory: memory.get(keyOf(labels)),
    watts: watts.get(keyOf(labels)),
  }));
  const free = answers.free
    .filter(({ value }) => value > 0)
    .map(({ labels, value }) => ({
      ...place(labels),
      tenant: labels['reason'] === 'free' ? '(free)' : `(${labels['reason'] ?? ''})`,
      held: value,
      used: undefined,
      memory: undefined,
      watts: undefined,
    }));
  return [...workloads, ...free].sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
}

const sortKey = ({ node, gpu, tenant, pod }: Row): string => `${node} ${gpu} ${tenant} ${pod}`;

function place(labels: Labels): Pick<Row, 'node' | 'gpu' | 'tenant' | 'app' | 'user' | 'pod'> {
  const text = (name: string): string => labels[name] ?? '';
  const profile = text('mig_profile');
  const instance = profile === '' ? '' : ` ${profile} #${text('gpu_instance')}`;
  return {
    node: text('node'),
    gpu: `${text('gpu')}${instance}`,
    tenant: text('tenant'),
    app: text('app'),
    user: text('user'),
    pod: text('pod'),
  };
}

/** The app that uses most; the empty text while nobody holds anything. */
export function busiestApp(rows: readonly Row[]): string {
  const named = rows.filter(({ app }) => app !== '');
  return named.toSorted((a, b) => (b.used ?? 0) - (a.used ?? 0))[0]?.app ?? '';
}
