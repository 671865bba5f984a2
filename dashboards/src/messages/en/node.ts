import type { PanelText } from '../../spec/panelText.js';

const noField = (fields: string): string =>
  `${fields} missing from dcgm-exporter’s counters file, or the board has none.`;
const noHost =
  'It needs node-exporter, whose label instance must be the node’s name (a port may follow).';

export const node = {
  title: 'GPU node',
  description: 'Is this machine well, and who is on it?',
  sections: {
    well: 'Is this machine well?',
    who: 'Who is on it?',
    heat: 'Heat, power and clocks',
    errors: 'Errors and links',
    host: 'The machine beside its GPUs',
  },
  panels: {
    numbers: {
      title: 'Now',
      question: 'How many GPUs, how full, how hot, how many sick?',
      how: 'GPUs as on the overview. Sick: boards with a failed or pending repair, uncorrectable errors or a critical XID within a day.',
      ifEmpty: 'Prometheus has no gpu_info for this node: is the exporter scraped?',
    },
    devices: {
      title: 'Devices',
      question: 'How is each GPU?',
      how: 'One row per board; utilisation and memory of MIG instances are added up, weighted by their part of the board. Clocks held down: by any reason, over the last 5 minutes.',
      ifEmpty: 'Prometheus has no gpu_info for this node: is the exporter scraped?',
    },
    holders: {
      title: 'Who had which GPU when',
      question: 'Who was on this machine?',
      how: 'A line per holder and device; the state is the holder’s part of the utilisation. A gap: it did not hold the device.',
      ifEmpty: 'Nobody held a GPU of this node in this time range, or no holder source knows.',
    },
    holdersNow: {
      title: 'Who is on it now',
      question: 'Whose pods are these?',
      how: 'One row per container (or host) and device. Click tenant, app or user to open their boards.',
      ifEmpty: 'Nobody holds a GPU of this node now, or no holder source knows.',
    },
    utilization: {
      title: 'Utilisation',
      question: 'Was it busy?',
      how: 'Fraction of the time in which some kernel ran, per GPU or MIG instance. It says nothing of how full the chip was.',
      ifEmpty: noField('DCGM_FI_DEV_GPU_UTIL and DCGM_FI_PROF_GR_ENGINE_ACTIVE are'),
    },
    memory: {
      title: 'GPU memory used',
      question: 'Is memory full?',
      how: 'Part of the device’s memory in use, per GPU or MIG instance.',
      ifEmpty: noField('DCGM_FI_DEV_FB_USED is'),
    },
    temperature: {
      title: 'Temperature',
      question: 'Is it hot?',
      how: 'Chip and, where the board tells it, memory.',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP is'),
    },
    power: {
      title: 'Power and its limit',
      question: 'Does it run into its power limit?',
      how: 'Power of each board, all MIG instances together; the dashed line is the limit in force.',
      ifEmpty: noField('DCGM_FI_DEV_POWER_USAGE is'),
    },
    clocks: {
      title: 'Clocks',
      question: 'Does it run at full speed?',
      how: 'Clock of the multiprocessors and of the memory. An idle GPU lowers them by itself.',
      ifEmpty: noField('DCGM_FI_DEV_SM_CLOCK is'),
    },
    throttle: {
      title: 'Clocks held down, by reason',
      question: 'What slows it down?',
      how: 'Part of the time: rate of gpu_throttle_seconds_total.',
      ifEmpty: noField('The violation counters (DCGM_FI_DEV_*_VIOLATION) are'),
    },
    xids: {
      title: 'XIDs and what they mean',
      question: 'Which errors did the GPUs report, and what is to be done?',
      how: 'The last time that each XID appeared within the time range of the board, as far as the exporter saw it. DCGM tells the last code only: repeats of the same code are not seen.',
      ifEmpty: 'No XID appeared in this time range.',
    },
    ecc: {
      title: 'Memory errors and repairs',
      question: 'Is its memory failing?',
      how: 'ECC errors since the last reset, remapped rows, by kind. Uncorrectable ones matter; a few corrected ones do not.',
      ifEmpty: noField('DCGM_FI_DEV_ECC_* and *_REMAPPED_ROWS are'),
    },
    linkErrors: {
      title: 'Link errors',
      question: 'Are PCIe or NVLink failing?',
      how: 'Increase per step of PCIe replays and of NVLink errors, per GPU.',
      ifEmpty: noField(
        'DCGM_FI_DEV_PCIE_REPLAY_COUNTER and DCGM_FI_DEV_NVLINK_*_ERROR_COUNT_TOTAL are',
      ),
    },
    pcie: {
      title: 'PCIe',
      question: 'How much goes through PCIe?',
      how: 'Bytes per second that each GPU sends and receives, headers included.',
      ifEmpty: noField('DCGM_FI_PROF_PCIE_TX_BYTES and _RX_BYTES are'),
    },
    nvlink: {
      title: 'NVLink',
      question: 'How much goes through NVLink?',
      how: 'Bytes per second that each GPU sends and receives over all its links.',
      ifEmpty: noField('DCGM_FI_PROF_NVLINK_TX_BYTES and _RX_BYTES are'),
    },
    cpuAndMemory: {
      title: 'CPU and memory',
      question: 'Is the machine itself the bottleneck?',
      how: 'Part of the CPU time that is not idle, part of the memory that is not available.',
      ifEmpty: noHost,
    },
    disk: {
      title: 'Disks',
      question: 'Are disks full or busy?',
      how: 'Fullest file system, and part of the time in which the busiest disk worked.',
      ifEmpty: noHost,
    },
    network: {
      title: 'Network',
      question: 'How much goes over the network?',
      how: 'Physical cards only, by name.',
      ifEmpty: noHost,
    },
  } satisfies Record<string, PanelText>,
} as const;
