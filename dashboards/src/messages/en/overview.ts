import type { PanelText } from '../../spec/panelText.js';

const noGpu = 'Prometheus has no gpu_info for these nodes: is gpuscope-exporter scraped?';
const noKubernetes =
  'It needs kube-state-metrics and the kubelet’s cadvisor (label node), as kube-prometheus sets them up; a site of VMs has none.';

export const overview = {
  title: 'GPU overview',
  description: 'How full are we, and who is it?',
  sections: {
    full: 'How full are we?',
    map: 'Which GPUs are busy?',
    who: 'Who is it?',
    hand: 'What needs a hand now?',
  },
  mapTable: 'GPU map: a row per node, a cell per GPU or MIG instance (GPU/instance)',
  rank: {
    title: 'Top ten by',
    held: 'GPUs held',
    used: 'GPUs used',
    unused: 'GPUs held, not used',
  },
  panels: {
    gpuRing: {
      title: 'GPU',
      question: 'How much of our GPUs is given out, and how much of it works?',
      how: 'Held: gpu_workload_allocated_gpus over the number of boards. Used: gpu_workload_used_gpus over the same. The gap between the two is what is held for nothing.',
      ifEmpty: noGpu,
    },
    cpuRing: {
      title: 'CPU',
      question: 'How much CPU is reserved, and how much of it works?',
      how: 'Reserved: requests of pods that have not ended, over what the nodes can allocate. Used: CPU time of the nodes over the same.',
      ifEmpty: noKubernetes,
    },
    memoryRing: {
      title: 'Memory',
      question: 'How much memory is reserved, and how much of it is in use?',
      how: 'Reserved: requests of pods that have not ended, over what the nodes can allocate. Used: working set of the nodes over the same.',
      ifEmpty: noKubernetes,
    },
    gpuNumbers: {
      title: 'GPUs',
      question: 'How many GPUs are used, held, free?',
      how: 'A MIG instance counts by its part of the board, a shared GPU by the parts that are held. Free: what exporters say nobody holds. Held by nobody known: there is a holder, but no source names it.',
      ifEmpty: noGpu,
    },
    cpuNumbers: {
      title: 'CPU cores',
      question: 'How many cores are used, reserved, free?',
      how: 'Free: what the nodes can allocate less what is reserved.',
      ifEmpty: noKubernetes,
    },
    memoryNumbers: {
      title: 'Memory',
      question: 'How much memory is used, reserved, free?',
      how: 'Free: what the nodes can allocate less what is reserved.',
      ifEmpty: noKubernetes,
    },
    map: {
      title: 'GPU map',
      question: 'Which GPUs are busy, idle, free or sick?',
      how: 'Utilisation, or a word that matters more: sick (failed or pending repair, uncorrectable errors, critical XID within a day), held, idle (not used for half an hour), free (no holder), throttled (by heat or power for over a tenth of the last 5 minutes). Click a node to open it. Where two clusters use the same node name, choose one cluster.',
      ifEmpty: noGpu,
    },
    overTime: {
      title: 'GPUs held and used',
      question: 'Was it like this all day?',
      how: 'Sums of gpu_workload_allocated_gpus and gpu_workload_used_gpus; the dashed line is the number of boards.',
      ifEmpty: noGpu,
    },
    topNodes: {
      title: 'Machines',
      question: 'Which machines carry most?',
      how: 'By the choice at the top: GPUs held, used, or held and not used. Click to open the node.',
      ifEmpty: 'Nobody holds a GPU on these nodes.',
    },
    topApps: {
      title: 'Apps',
      question: 'Which apps hold, use or waste most?',
      how: 'By the choice at the top, over all pods of an app. Click to open the app.',
      ifEmpty: 'No app of these tenants holds a GPU.',
    },
    topUsers: {
      title: 'Users',
      question: 'Which users hold, use or waste most?',
      how: 'By the choice at the top, over all pods of a user. Click to open the user.',
      ifEmpty: 'No user of these tenants holds a GPU.',
    },
    alerts: {
      title: 'Firing alerts',
      question: 'What do the alert rules say?',
      how: 'Prometheus’ own ALERTS of our rules (their names start with Gpu). It shows what this Prometheus evaluates; alerts of a remote ruler do not appear.',
      ifEmpty: 'No alert of ours fires, or the alert rules are not loaded.',
    },
    sick: {
      title: 'Sick GPUs',
      question: 'Which GPUs should nobody get?',
      how: 'Failed or pending row remaps, pages waiting to be retired, uncorrectable ECC errors since the last reset, and a critical XID within a day.',
      ifEmpty:
        'No GPU reports any of these; boards without ECC or with a stock counters file cannot.',
    },
    idle: {
      title: 'Longest idle holders',
      question: 'Who could give GPUs back?',
      how: 'Time since the last use (workload:gpu_last_active_timestamp_seconds:max, else gpu_workload_last_active_timestamp_seconds), half an hour and more, the longest ten with their owners.',
      ifEmpty: 'Everybody who holds a GPU has used it within half an hour.',
    },
    pending: {
      title: 'Waiting for GPUs',
      question: 'Who asks for GPUs and has none yet?',
      how: 'workload_pod_requested_gpus of pending pods, in units of the resource they name.',
      ifEmpty: 'No pod waits for a GPU; on VMs, or without the role cluster, nobody can tell.',
    },
  } satisfies Record<string, PanelText>,
} as const;
