import type { GpuState, Use } from '../model/devices.js';
import type { WorldNode } from '../model/hardware.js';

/** How a simulated dcgm-exporter is set up. */
export interface DcgmOptions {
  /** The virtual-GPU flag: figures per pod on shared GPUs. */
  readonly perPod: boolean;
}

const DRIVER = '570.124.06';

/** Fields that dcgm-exporter repeats on each MIG instance though they are the board's. */
interface Field {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  readonly value: (state: GpuState) => number;
}

const BOARD_FIELDS: readonly Field[] = [
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
  field('DCGM_FI_DEV_THERMAL_VIOLATION', 'counter', 'Held back by heat (ns)', () => 0),
  field('DCGM_FI_DEV_XID_ERRORS', 'gauge', 'Last XID', ({ xid }) => xid),
  field('DCGM_FI_DEV_PCIE_REPLAY_COUNTER', 'counter', 'PCIe replays', () => 0),
  field('DCGM_FI_DEV_ECC_SBE_VOL_TOTAL', 'counter', 'Single-bit errors, volatile', () => 0),
  field('DCGM_FI_DEV_ECC_DBE_VOL_TOTAL', 'counter', 'Double-bit errors, volatile', () => 0),
  field('DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS', 'counter', 'Rows remapped, correctable', () => 0),
  field(
    'DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS',
    'counter',
    'Rows remapped, uncorrectable',
    () => 0,
  ),
  field('DCGM_FI_DEV_ROW_REMAP_FAILURE', 'gauge', 'Row remap failed', () => 0),
  field('DCGM_FI_DEV_ROW_REMAP_PENDING', 'gauge', 'Row remap pending', () => 0),
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
    () => 0,
  ),
  field('DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL', 'counter', 'NVLink replays', () => 0),
];

function field(
  name: string,
  type: Field['type'],
  help: string,
  value: (state: GpuState) => number,
): Field {
  return { name, type, help, value };
}

const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** A leaf of a board as the simulated exporter sees it: a MIG instance or the whole GPU. */
interface Leaf {
  readonly state: GpuState;
  readonly uses: readonly Use[];
  readonly memoryMiB: number;
  readonly migLabels: string;
  readonly isInstance: boolean;
}

interface LeafField {
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

const LEAF_FIELDS: readonly LeafField[] = [
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

/** What dcgm-exporter 4.x would serve on this node. */
export function dcgmText(
  node: WorldNode,
  states: readonly GpuState[],
  options: DcgmOptions = { perPod: true },
): string {
  const lines: string[] = [];
  const leaves = states.flatMap(leavesOf);
  for (const { name, type, help, value } of BOARD_FIELDS) {
    lines.push(...header(name, type, help));
    for (const leaf of leaves) {
      lines.push(
        `${name}{${labels(node, leaf)}${podLabels(leaf.uses[0])}} ${String(value(leaf.state))}`,
      );
    }
  }
  for (const { name, help, value, ofUse } of LEAF_FIELDS) {
    lines.push(...header(name, 'gauge', help));
    for (const leaf of leaves) lines.push(...leafLines(node, leaf, name, value, ofUse, options));
  }
  return lines.join('\n') + '\n';
}

const header = (name: string, type: string, help: string): readonly string[] => [
  `# HELP ${name} ${help}.`,
  `# TYPE ${name} ${type}`,
];

function leafLines(
  node: WorldNode,
  leaf: Leaf,
  name: string,
  value: LeafField['value'],
  ofUse: LeafField['ofUse'],
  { perPod }: DcgmOptions,
): string[] {
  const figure = value(leaf);
  if (figure === undefined) return [];
  const base = labels(node, leaf);
  const shared = leaf.state.gpu.mode.kind === 'shared' && perPod;
  if (!shared || leaf.uses.length === 0) {
    return [`${name}{${base}${podLabels(leaf.uses[0])}} ${String(figure)}`];
  }
  const ofPods = leaf.uses.map((use, i) => {
    const all = `${base}${podLabels(use)},pod_uid="${use.pod.uid}",vgpu="${String(i)}"`;
    return `${name}{${all}} ${String(ofUse?.(use) ?? figure)}`;
  });
  return ofUse === undefined ? ofPods : [`${name}{${base}} ${String(figure)}`, ...ofPods];
}

function leavesOf(state: GpuState): Leaf[] {
  const { mode, memoryMiB } = state.gpu;
  if (mode.kind !== 'mig') {
    return [{ state, uses: state.uses, memoryMiB, migLabels: '', isInstance: false }];
  }
  return mode.instances.map((one) => ({
    state,
    uses: state.uses.filter(({ gpuInstance }) => gpuInstance === one.gpuInstance),
    memoryMiB: one.memoryMiB,
    migLabels: `,GPU_I_PROFILE="${one.profile}",GPU_I_ID="${one.gpuInstance}"`,
    isInstance: true,
  }));
}

function labels(node: WorldNode, { state: { gpu }, migLabels }: Leaf): string {
  const index = String(gpu.index);
  return (
    `gpu="${index}",UUID="${gpu.uuid}",pci_bus_id="${gpu.pciBusId}",device="nvidia${index}",` +
    `modelName="${gpu.model}"${migLabels},Hostname="${node.name}",DCGM_FI_DRIVER_VERSION="${DRIVER}"`
  );
}

const podLabels = (use: Use | undefined): string =>
  use === undefined
    ? ''
    : `,container="main",namespace="${use.pod.app.namespace}",pod="${use.pod.name}"`;
