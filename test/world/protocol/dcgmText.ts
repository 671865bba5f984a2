import type { GpuState, Use } from '../model/devices.js';
import type { WorldNode } from '../model/hardware.js';
import {
  BOARD_FIELDS,
  DRIVER,
  LEAF_FIELDS,
  leavesOf,
  type Leaf,
  type LeafField,
} from './dcgmFields.js';

/** How a simulated dcgm-exporter is set up. */
export interface DcgmOptions {
  /** The virtual-GPU flag: figures per pod on shared GPUs. */
  readonly perPod: boolean;
}

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
