/** A recording with series and what it must say of them. */
export interface RecordingCase {
  readonly record: string;
  readonly series: Readonly<Record<string, string>>;
  readonly at: string;
  /** Label sets, as promtool prints them without the name, to values. */
  readonly gives: Readonly<Record<string, number>>;
}

/** Labels with and without a cluster: every rule must hold for both. */
const WITH_AND_WITHOUT_CLUSTER = ['', 'cluster="c1", '] as const;

const held = (cluster: string, metric: string, pod: string, app: string, user: string): string =>
  `${metric}{${cluster}node="n1", uuid="u-${pod}", tenant="nlp", namespace="team-nlp", app="${app}", user="${user}", pod="${pod}"}`;

const LEVELS: Readonly<Record<string, string>> = {
  tenant: 'tenant="nlp"',
  app: 'app="chat", CLUSTERnamespace="team-nlp", tenant="nlp"',
  user: 'tenant="nlp", user="sara"',
  node: 'node="n1"',
  cluster: '',
};

function sums(cluster: string): RecordingCase[] {
  const metrics = [
    'gpu_workload_allocated_gpus',
    'gpu_workload_used_gpus',
    'gpu_workload_memory_used_bytes',
    'gpu_workload_power_watts',
  ];
  return metrics.flatMap((metric) =>
    Object.entries(LEVELS).map(([level, labels]) => ({
      record: `${level}:${metric}:sum`,
      series: {
        [held(cluster, metric, 'p1', 'chat', 'sara')]: '0.5x10',
        [held(cluster, metric, 'p2', 'chat', 'sara')]: '2x10',
      },
      at: '5m',
      gives: {
        [`{${[cluster.replace(', ', ''), labels.replace('CLUSTER', '')].filter(Boolean).join(', ')}}`]: 2.5,
      },
    })),
  );
}

const account = (cluster: string, metric: string): string =>
  `${metric}{${cluster}node="n1", model="H100", tenant="nlp", namespace="team-nlp", app="chat", user="sara"}`;

/** Held since long, at one GPU: 300 GPU-seconds in five minutes, also over a restart of the exporter. */
function increases(cluster: string): RecordingCase[] {
  return ['allocated_seconds', 'active_seconds', 'energy_joules'].map((name) => ({
    record: `account:gpu_${name}:increase5m`,
    series: { [account(cluster, `gpu_account_${name}_total`)]: '0+60x20' },
    at: '10m',
    gives: {
      [`{${[cluster.replace(', ', ''), 'app="chat", model="H100", namespace="team-nlp", node="n1", tenant="nlp", user="sara"'].filter(Boolean).join(', ')}}`]: 300,
    },
  }));
}

const pod = (cluster: string, labels: string): string =>
  `{${cluster}namespace="team-nlp", pod="p1", ${labels}}`;

const info = (cluster: string, app: string): string =>
  `workload_pod_info${pod(cluster, `tenant="nlp", app="${app}", user="sara", owner_kind="Job"`)}`;

function hosts(cluster: string): RecordingCase[] {
  const labels = [
    cluster.replace(', ', ''),
    'app="chat", namespace="team-nlp", tenant="nlp", user="sara"',
  ];
  const chat = `{${labels.filter(Boolean).join(', ')}}`;
  const of = (record: string, metric: string, labels: string, values: string): RecordingCase => ({
    record,
    series: {
      [`${metric}${pod(cluster, `container="main"${labels}`)}`]: values,
      [`${metric}${pod(cluster, `container="side"${labels}`)}`]: values.replace('1', '2'),
      // The pod as a whole, which cadvisor counts once more.
      [`container_cpu_usage_seconds_total${pod(cluster, 'container=""')}`]: '0+600x20',
      [`container_memory_working_set_bytes${pod(cluster, 'container=""')}`]: '50x20',
      [info(cluster, 'chat')]: '1x20',
      // The same pod under another name for a while: two replicas of the exporter during a roll-out.
      [info(cluster, 'chat').replace('owner_kind="Job"', 'owner_kind=""')]: '1x20',
    },
    at: '10m',
    gives: { [chat]: 3 },
  });
  return [
    {
      ...of('app:cpu_usage_cores:rate5m', 'container_cpu_usage_seconds_total', '', '0+60x20'),
      series: {
        [`container_cpu_usage_seconds_total${pod(cluster, 'container="main"')}`]: '0+60x20',
        [`container_cpu_usage_seconds_total${pod(cluster, 'container="side"')}`]: '0+120x20',
        [`container_cpu_usage_seconds_total${pod(cluster, 'container=""')}`]: '0+600x20',
        [info(cluster, 'chat')]: '1x20',
      },
    },
    of(
      'app:cpu_requests_cores:sum',
      'kube_pod_container_resource_requests',
      ', resource="cpu"',
      '1x20',
    ),
    of('app:memory_working_set_bytes:sum', 'container_memory_working_set_bytes', '', '1x20'),
    {
      record: 'app:restarts:increase1h',
      series: {
        // One container restarts every minute, the other never.
        [`kube_pod_container_status_restarts_total${pod(cluster, 'container="main"')}`]: '0+1x60',
        [`kube_pod_container_status_restarts_total${pod(cluster, 'container="side"')}`]: '0x60',
        [info(cluster, 'chat')]: '1x60',
      },
      at: '1h',
      gives: { [chat]: 60 },
    },
    of(
      'app:memory_requests_bytes:sum',
      'kube_pod_container_resource_requests',
      ', resource="memory"',
      '1x20',
    ),
  ];
}

function boards(cluster: string): RecordingCase[] {
  const info = (uuid: string): string => `gpu_info{${cluster}node="n1", uuid="${uuid}"}`;
  const series = { [info('a')]: '1x10', [info('b')]: '1x10' };
  const name = cluster.replace(', ', '');
  return [
    {
      record: 'node:gpus:count',
      series,
      at: '5m',
      gives: { [`{${[name, 'node="n1"'].filter(Boolean).join(', ')}}`]: 2 },
    },
    { record: 'cluster:gpus:count', series, at: '5m', gives: { [`{${name}}`]: 2 } },
  ];
}

/** Used for the last time at 120 s; the exporter begins anew at 600 s and knows of no use since. */
function lastActive(cluster: string): RecordingCase {
  const target = 'instance="n1", job="gpuscope"';
  const holder = (job: string): string =>
    `app="chat", CLUSTERgpu="0", ${job}namespace="team-nlp", node="n1", pod="p1", tenant="nlp"`;
  const holders = { '': 120, 'hpc_job="4711", ': 180, 'hpc_job="4712", ': 60 };
  const each = <Value>(
    keyOf: (labels: string) => string,
    valueOf: (seconds: number) => Value,
  ): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(holders).map(([job, seconds]) => [keyOf(holder(job)), valueOf(seconds)]),
    );
  return {
    record: 'workload:gpu_last_active_timestamp_seconds:max',
    series: {
      ...each(
        (labels) =>
          `gpu_workload_last_active_timestamp_seconds{${cluster}${target}, ${labels.replace('CLUSTER', '')}}`,
        (seconds) => `${String(seconds)}x9 600x10`,
      ),
      [`process_start_time_seconds{${cluster}${target}}`]: '0x9 600x10',
    },
    at: '15m',
    gives: each(
      (labels) => `{${labels.replace('CLUSTER', cluster)}}`,
      (seconds) => seconds,
    ),
  };
}

export const RECORDING_CASES: readonly RecordingCase[] = WITH_AND_WITHOUT_CLUSTER.flatMap(
  (cluster) => [
    ...sums(cluster),
    ...increases(cluster),
    ...hosts(cluster),
    ...boards(cluster),
    lastActive(cluster),
  ],
);
