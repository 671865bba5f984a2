import type { GpuState, Use } from '../model/devices.js';

export const DRIVER = '570.124.06';

/** So many seconds pass between two errors of a bad link, of each kind. */
const BAD_LINK = { replays: 240, flits: 150, bits: 900 } as const;

const since =
  (every: number) =>
  ({ badLinkSeconds }: GpuState): number =>
    Math.floor(badLinkSeconds / every);

/** Fields that dcgm-exporter repeats on each MIG instance though they are the board's. */
export interface BoardField {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly value: (state: GpuState) => number;
}

export const BOARD_FIELDS: readonly BoardField[] = [
  field('DCGM_FI_DEV_SM_CLOCK', 'gauge', 'SM clock (MHz)', ({ watts, gpu }) =>
    watts > gpu.idleWatts * 1.2 ? 1980 : 345,
  ),
  field('DCGM_FI_DEV_MEM_CLOCK', 'gauge', 'Memory clock (MHz)', () => 2619),
  field('DCGM_FI_DEV_GPU_TEMP', 'gauge', 'GPU temperature (C)', ({ celsius }) => round(celsius)),
  field('DCGM_FI_DEV_MEMORY_TEMP', 'gauge', 'Memory temperature (C)', ({ celsius }) =>
    round(celsius + 7),
  ),
  field('DCGM_FI_DEV_POWER_USAGE', 'gauge', 'Power (W)', ({ watts }) => round(watts, 3)),
  field('DCGM_FI_DEV_ENFORCED_POWER_LIMIT', 'gauge', 'Power limit (W)', ({ gpu }) => gpu.maxWatts),
  field('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION', 'counter', 'Energy (mJ)', ({ joules }) =>
    round(joules * 1000),
  ),
  field('DCGM_FI_DEV_POWER_VIOLATION', 'counter', 'Held back by power (ns)', (state) =>
    round(state.powerCapSeconds * 1e9),
  ),
  field('DCGM_FI_DEV_THERMAL_VIOLATION', 'counter', 'Held back by heat (ns)', ({ hotSeconds }) =>
    round(hotSeconds * 1e9),
  ),
  field('DCGM_FI_DEV_XID_ERRORS', 'gauge', 'Last XID', ({ xid }) => xid),
  field('DCGM_FI_DEV_PCIE_REPLAY_COUNTER', 'counter', 'PCIe replays', since(BAD_LINK.replays)),
  field(
    'DCGM_FI_DEV_ECC_SBE_VOL_TOTAL',
    'counter',
    'Single-bit errors, volatile',
    since(BAD_LINK.bits),
  ),
  field(
    'DCGM_FI_DEV_ECC_DBE_VOL_TOTAL',
    'counter',
    'Double-bit errors, volatile',
    ({ brokenRows }) => 2 * brokenRows,
  ),
  field('DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS', 'counter', 'Rows remapped, correctable', () => 0),
  field(
    'DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS',
    'counter',
    'Rows remapped, uncorrectable',
    () => 0,
  ),
  field('DCGM_FI_DEV_ROW_REMAP_FAILURE', 'gauge', 'Row remap failed', () => 0),
  field('DCGM_FI_DEV_ROW_REMAP_PENDING', 'gauge', 'Row remap pending', ({ brokenRows }) =>
    Math.min(1, brokenRows),
  ),
  field('DCGM_FI_PROF_PCIE_TX_BYTES', 'gauge', 'PCIe sent (B/s)', ({ watts }) =>
    round(watts * 2e6),
  ),
  field('DCGM_FI_PROF_PCIE_RX_BYTES', 'gauge', 'PCIe received (B/s)', ({ watts }) =>
    round(watts * 5e6),
  ),
  field('DCGM_FI_PROF_NVLINK_TX_BYTES', 'gauge', 'NVLink sent (B/s)', ({ watts, gpu }) =>
    round((watts - gpu.idleWatts) * 3e7),
  ),
  field('DCGM_FI_PROF_NVLINK_RX_BYTES', 'gauge', 'NVLink received (B/s)', ({ watts, gpu }) =>
    round((watts - gpu.idleWatts) * 3e7),
  ),
  field(
    'DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL',
    'counter',
    'NVLink flit CRC errors',
    since(BAD_LINK.flits),
  ),
  field('DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL', 'counter', 'NVLink replays', () => 0),
];

function field(
  name: string,
  type: BoardField['type'],
  help: string,
  value: (state: GpuState) => number,
): BoardField {
  return { name, type, help, value };
}

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** A leaf of a board as the simulated exporter sees it: a MIG instance or the whole GPU. */
export interface Leaf {
  readonly state: GpuState;
  readonly uses: readonly Use[];
  readonly memoryMiB: number;
  readonly migLabels: string;
  /** Empty for a whole GPU. */
  readonly gpuInstance: string;
  readonly isInstance: boolean;
}

export interface LeafField {
  readonly name: string;
  readonly help: string;
  /** Undefined where the chip does not tell it for this leaf. */
  readonly value: (leaf: Leaf) => number | undefined;
  /** What a pod's own line says on a shared GPU, where there are such lines. */
  readonly ofUse?: (use: Use) => number;
}

const sum = (uses: readonly Use[], figure: (use: Use) => number): number =>
  uses.reduce((total, use) => total + figure(use), 0);

const usedMiB = ({ state, uses, isInstance }: Leaf): number =>
  round(sum(uses, ({ memoryMiB }) => memoryMiB) + (isInstance ? 12 : state.gpu.index + 4));

const PROF = [
  ['GR_ENGINE_ACTIVE', ({ busy }: Use) => busy],
  ['SM_ACTIVE', ({ load, busy }: Use) => (load.busy === 0 ? 0 : (load.sm / load.busy) * busy)],
  ['SM_OCCUPANCY', ({ busy }: Use) => busy * 0.5],
  [
    'PIPE_TENSOR_ACTIVE',
    ({ load, busy }: Use) => (load.busy === 0 ? 0 : (load.tensor / load.busy) * busy),
  ],
  ['DRAM_ACTIVE', ({ load, busy }: Use) => (load.busy === 0 ? 0 : (load.dram / load.busy) * busy)],
] as const;

export const LEAF_FIELDS: readonly LeafField[] = [
  {
    name: 'DCGM_FI_DEV_GPU_UTIL',
    help: 'GPU utilization (%)',
    value: ({ uses, isInstance }) =>
      isInstance ? undefined : round(sum(uses, ({ busy }) => busy) * 100),
    ofUse: ({ busy }) => round(busy * 100),
  },
  {
    name: 'DCGM_FI_DEV_FB_USED',
    help: 'Memory used (MiB)',
    value: usedMiB,
    ofUse: ({ memoryMiB }) => round(memoryMiB),
  },
  {
    name: 'DCGM_FI_DEV_FB_FREE',
    help: 'Memory free (MiB)',
    value: (leaf) => Math.max(0, leaf.memoryMiB - usedMiB(leaf) - 512),
  },
  { name: 'DCGM_FI_DEV_FB_RESERVED', help: 'Memory reserved (MiB)', value: () => 512 },
  ...['ENC', 'DEC'].map((engine) => ({
    name: `DCGM_FI_DEV_${engine}_UTIL`,
    help: `${engine === 'ENC' ? 'Encoder' : 'Decoder'} utilization (%)`,
    value: ({ isInstance }: Leaf) => (isInstance ? undefined : 0),
  })),
  ...PROF.map(([name, figure]) => ({
    name: `DCGM_FI_PROF_${name}`,
    help: `Ratio of time: ${name.toLowerCase()}`,
    value: ({ uses }: Leaf) => round(sum(uses, figure), 6),
  })),
];

/** A board's instances, or the board itself. */
export function leavesOf(state: GpuState): Leaf[] {
  const { mode, memoryMiB } = state.gpu;
  if (mode.kind !== 'mig') {
    return [
      { state, uses: state.uses, memoryMiB, migLabels: '', gpuInstance: '', isInstance: false },
    ];
  }
  return mode.instances.map((one) => ({
    state,
    uses: state.uses.filter(({ gpuInstance }) => gpuInstance === one.gpuInstance),
    memoryMiB: one.memoryMiB,
    migLabels: `,GPU_I_PROFILE="${one.profile}",GPU_I_ID="${one.gpuInstance}"`,
    gpuInstance: one.gpuInstance,
    isInstance: true,
  }));
}
