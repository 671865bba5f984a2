import type { PanelText } from '../../spec/panelText.js';

const noHost =
  'Nothing is recorded for these pods: it needs kube-state-metrics, the kubelet’s cadvisor and our recording rules.';
const nothingHeld = 'Nothing matches: in this time range none of these pods held a GPU.';

/** Panels that the boards App and User share. */
export const workload = {
  sections: {
    asked: 'Am I getting what I asked for?',
    where: 'Which pods on which devices?',
    fault: 'Is it the GPU’s fault?',
    cost: 'What did it take?',
    giveBack: 'What could be given back?',
    apps: 'For which apps?',
  },
  panels: {
    numbers: {
      title: 'Now',
      question: 'How many GPUs are asked for, held and used?',
      how: 'Asked: units of GPU resources that running and pending pods request, of any resource name. Held: gpu_workload_allocated_gpus. Used: gpu_workload_used_gpus. Waiting: asked for by pods that are pending.',
      ifEmpty: nothingHeld,
    },
    overTime: {
      title: 'GPUs asked, held, used',
      question: 'Did I get them, and did I use them?',
      how: 'Sums over all pods. Asked is counted in units of the resource (a MIG instance is one unit), held and used in GPUs. Vertical marks: a pod started.',
      ifEmpty: `${nothingHeld} Asked needs the role cluster of the exporter.`,
    },
    memory: {
      title: 'GPU memory',
      question: 'Does my memory fit?',
      how: 'Used: the workloads’ part of the memory in use. Held: the memory that comes with what they hold.',
      ifEmpty: nothingHeld,
    },
    power: {
      title: 'Power',
      question: 'What do I draw?',
      how: 'The workloads’ part of their boards’ power: the idle floor by what they hold, the rest by what they use.',
      ifEmpty: `${nothingHeld} Some VMs and boards report no power.`,
    },
    cpu: {
      title: 'CPU',
      question: 'Do my pods have enough CPU to feed the GPU?',
      how: 'CPU cores used, and those requested, over all pods of the app.',
      ifEmpty: noHost,
    },
    hostMemory: {
      title: 'Memory of the pods',
      question: 'Do my pods have enough memory?',
      how: 'Working set, and what was requested, over all pods of the app.',
      ifEmpty: noHost,
    },
    restarts: {
      title: 'Restarts of containers',
      question: 'Do my pods crash again and again?',
      how: 'Restarts of containers within an hour, over all pods of the app (recorded from kube_pod_container_status_restarts_total).',
      ifEmpty: noHost,
    },
    states: {
      title: 'Who had which GPU when',
      question: 'Which pod was where, and did it work?',
      how: 'A line per pod and device; the state is its part of the device’s utilisation. A gap: the pod did not hold it.',
      ifEmpty: nothingHeld,
    },
    pods: {
      title: 'Pods and devices now',
      question: 'What does each pod hold, and what does it do with it?',
      how: 'One row per container and device or MIG instance. Temperature is known only where the device is held alone. The link to the node is for operators.',
      ifEmpty: 'None of these pods holds a GPU now.',
    },
    verdict: {
      title: 'In plain words, per pod, over the last 5 minutes',
      question: 'What holds my pods back?',
      how: 'The first that is true: a GPU error within the hour; clocks held down by heat or by power for over a tenth of the time; busy under 5 %; busy under 50 % (it waits for data or the CPU); memory bandwidth over 60 %; under 30 % of the chip at work; tensor cores over 30 %. Only for devices held alone.',
      ifEmpty: 'No pod holds a device alone, or it reports no utilisation.',
    },
    activity: {
      title: 'What the chip does',
      question: 'Is it computing, or moving memory?',
      how: 'Mean over devices held alone: engine busy at all, part of the chip at work, tensor cores, memory bandwidth. Memory bandwidth near 100 % means memory-bound.',
      ifEmpty:
        'These are DCGM’s profiling fields (DCGM_FI_PROF_*): a stock counters file may leave them out; shared devices have none.',
    },
    throttle: {
      title: 'Clocks held down',
      question: 'Is my GPU slowed down, and by what?',
      how: 'Part of the time, by reason, mean over devices held alone: rate of gpu_workload_throttle_seconds_total.',
      ifEmpty:
        'The violation counters (DCGM_FI_DEV_*_VIOLATION) are missing from the counters file, or no device is held alone.',
    },
    temperature: {
      title: 'Temperature of my GPUs',
      question: 'Is it too hot?',
      how: 'Of devices held alone.',
      ifEmpty: 'No device is held alone.',
    },
    xids: {
      title: 'GPU errors (XID)',
      question: 'Did a GPU fail under me?',
      how: 'The last time that each XID appeared on a device while it was held alone. DCGM tells the last code only: repeats of the same code are not seen.',
      ifEmpty: 'No XID appeared on your devices while you held them.',
    },
    hours: {
      title: 'GPU-hours',
      question: 'How much did we take, and how much of it lay idle?',
      how: 'Sums of the recorded five-minute increases of the accounts. Idle part: 1 less GPU-hours used over GPU-hours held.',
      ifEmpty: 'The recording rules are not loaded, or not for five minutes yet.',
    },
    money: {
      title: 'In money',
      question: 'What did it cost, and how much of it was for nothing?',
      how: 'GPU-hours held, each model by the price that an administrator has set on the page Configuration. Idle: held less used.',
      ifEmpty: 'No GPU-hours are recorded yet, or no model that was held has a price.',
    },
    byApp: {
      title: 'GPU-hours by app, last 7 days',
      question: 'Which of these apps took most?',
      how: 'Recorded five-minute increases of gpu_account_allocated_seconds_total, summed; the ten largest.',
      ifEmpty: 'The recording rules are not loaded, or not for five minutes yet.',
    },
    byUser: {
      title: 'GPU-hours by user, last 7 days',
      question: 'Whose pods took most?',
      how: 'Recorded five-minute increases of gpu_account_allocated_seconds_total, summed; the ten largest.',
      ifEmpty: 'The recording rules are not loaded, or not for five minutes yet.',
    },
    heldByApp: {
      title: 'GPUs held, by app',
      question: 'For which apps do I hold GPUs?',
      how: 'gpu_workload_allocated_gpus per app, stacked.',
      ifEmpty: nothingHeld,
    },
    apps: {
      title: 'Apps now',
      question: 'What does each of my apps hold and use?',
      how: 'Per app over all its pods; idle for: since the app last used any of its devices.',
      ifEmpty: 'None of these apps holds a GPU now.',
    },
    pending: {
      title: 'Waiting',
      question: 'Which of my pods wait for a GPU?',
      how: 'workload_pod_requested_gpus of pending pods, in units of the resource they name.',
      ifEmpty: 'No pod waits; on VMs, or without the role cluster, nobody can tell.',
    },
  } satisfies Record<string, PanelText>,
} as const;
