import type { PanelText } from '../../spec/panelText.js';

const noGpu = 'Prometheus has no gpu_info for these nodes: is gpuscope-exporter scraped?';
const noField = (fields: string): string =>
  `${fields} missing from dcgm-exporter’s counters file, or the boards have none; the board GPU exporter lists what is missing on which node.`;

export const health = {
  title: 'GPU health',
  description: 'Which GPUs are ill, and what is to be done about it?',
  sections: {
    now: 'Which GPUs need a hand now?',
    errors: 'Errors and broken memory',
    heat: 'What slows GPUs down?',
    links: 'Links and drivers',
  },
  panels: {
    numbers: {
      title: 'Now',
      question: 'How many GPUs are ill, gone or slowed down?',
      how: 'Sick: a failed or pending repair, uncorrectable memory errors, or a critical XID within a day. Gone: reported within 6 hours and not any more, while the node still answers. With XID: any code within a day. Held down: by heat or power for over a tenth of the last 5 minutes.',
      ifEmpty: noGpu,
    },
    sick: {
      title: 'Sick GPUs',
      question: 'Which GPUs should nobody get?',
      how: 'Failed or pending row remaps, pages waiting to be retired, uncorrectable ECC errors since the last reset, and a critical XID within a day. Click a node to see the device and who is on it.',
      ifEmpty:
        'No GPU reports any of these: well, or its fields for ECC and remapped rows are missing from dcgm-exporter’s counters file.',
    },
    missing: {
      title: 'GPUs that are gone',
      question: 'Which GPUs fell off the bus?',
      how: 'Reported within the last 6 hours and not now, while the exporter of the node still answers. A MIG reconfiguration does not count: it keeps the board.',
      ifEmpty: 'Every GPU of the last 6 hours is still there.',
    },
    xids: {
      title: 'XIDs and what they mean',
      question: 'Which errors did the GPUs report, and what is to be done?',
      how: 'The last time that each XID appeared within the time range of the board, as far as the exporters saw it. DCGM tells the last code only: repeats of the same code are not seen.',
      ifEmpty:
        'No XID appeared in this time range, or DCGM_FI_DEV_XID_ERRORS is missing from the counters file.',
    },
    xidHistory: {
      title: 'When XIDs appeared',
      question: 'Do many GPUs fail together?',
      how: 'GPUs on which each XID appeared, per step.',
      ifEmpty: 'No XID appeared in this time range.',
    },
    memory: {
      title: 'Broken memory',
      question: 'Whose memory is failing, and which board must be replaced?',
      how: 'A row for each board with any of these. Uncorrectable since the last reset: results may be wrong, drain it. Over the board’s life: what the maker asks for. Corrected ones alone do no harm. Remap pending: reset the GPU. Remap failed: replace the board.',
      ifEmpty: `No board has met any. ${noField('Or DCGM_FI_DEV_ECC_* and *_REMAPPED_ROWS are')}`,
    },
    throttled: {
      title: 'GPUs whose clocks are held down, by reason',
      question: 'How many GPUs are slower than they could be, and why?',
      how: 'GPUs held down for more than a tenth of the time: rate of gpu_throttle_seconds_total.',
      ifEmpty: noField('The violation counters (DCGM_FI_DEV_*_VIOLATION) are'),
    },
    temperatures: {
      title: 'Temperature over the fleet',
      question: 'Is the room getting too warm?',
      how: 'The hottest chip, the middle one (half are cooler), the hottest memory.',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP is'),
    },
    slowest: {
      title: 'Held down most, last hour',
      question: 'Which GPUs are slowed down, by what?',
      how: 'Part of the last hour in which power or heat held the clocks down, from 1 % on. Power is often by design: compare the limit on the node’s board. Heat never is.',
      ifEmpty: `Nothing was held down. ${noField('Or the violation counters (DCGM_FI_DEV_*_VIOLATION) are')}`,
    },
    hottest: {
      title: 'Hottest GPUs',
      question: 'Where is cooling failing?',
      how: 'The 20 hottest now, with the temperature of their memory and their power.',
      ifEmpty: noField('DCGM_FI_DEV_GPU_TEMP is'),
    },
    linkErrors: {
      title: 'Link errors, last day',
      question: 'Which cables, slots or switches are failing?',
      how: 'Increase over 24 hours of NVLink errors and of PCIe packets sent again. A few replays are usual; any NVLink error slows jobs over several GPUs.',
      ifEmpty: `No link had an error. ${noField('Or DCGM_FI_DEV_PCIE_REPLAY_COUNTER and DCGM_FI_DEV_NVLINK_*_ERROR_COUNT_TOTAL are')}`,
    },
    versions: {
      title: 'Models and drivers',
      question: 'Does the fleet run one driver?',
      how: 'Boards by model and driver version, from gpu_info.',
      ifEmpty: noGpu,
    },
    nvlink: {
      title: 'NVLink, all GPUs',
      question: 'How much goes through NVLink?',
      how: 'Bytes per second that all GPUs together send and receive.',
      ifEmpty: noField('DCGM_FI_PROF_NVLINK_TX_BYTES and _RX_BYTES are'),
    },
    pcie: {
      title: 'PCIe, all GPUs',
      question: 'How much goes through PCIe?',
      how: 'Bytes per second that all GPUs together send and receive, headers included.',
      ifEmpty: noField('DCGM_FI_PROF_PCIE_TX_BYTES and _RX_BYTES are'),
    },
  } satisfies Record<string, PanelText>,
} as const;
