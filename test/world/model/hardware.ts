/** A MIG instance of the simulated site. */
export interface WorldInstance {
  readonly gpuInstance: string;
  readonly profile: string;
  readonly migUuid: string;
  readonly slices: number;
  readonly memoryMiB: number;
}

/** How a GPU is given out: whole, cut into MIG instances, or time-sliced into so many replicas. */
export type Mode =
  | { readonly kind: 'whole' }
  | { readonly kind: 'mig'; readonly instances: readonly WorldInstance[] }
  | { readonly kind: 'shared'; readonly replicas: number };

export interface WorldGpu {
  readonly index: number;
  readonly uuid: string;
  readonly model: string;
  readonly pciBusId: string;
  readonly memoryMiB: number;
  readonly idleWatts: number;
  readonly maxWatts: number;
  readonly mode: Mode;
  /** Above this part of its cap it is held back by power; left out, 0.93. */
  readonly capsAbove?: number;
}

export interface WorldNode {
  readonly name: string;
  readonly pool: string;
  readonly rack: string;
  readonly gpus: readonly WorldGpu[];
}

/** Static facts of a chip, as its data sheet gives them. */
export interface Chip {
  readonly model: string;
  readonly memoryMiB: number;
  readonly idleWatts: number;
  readonly maxWatts: number;
}

export const H100: Chip = {
  model: 'NVIDIA H100 80GB HBM3',
  memoryMiB: 81_559,
  idleWatts: 72,
  maxWatts: 700,
};

export const A100: Chip = {
  model: 'NVIDIA A100-SXM4-80GB',
  memoryMiB: 81_920,
  idleWatts: 58,
  maxWatts: 400,
};

/** A uuid that tells where it belongs when it shows up in a test. */
const uuidOf = (node: number, gpu: number, instance = 0): string => {
  const part = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  return `${part(0x51a0 + node, 8)}-${part(gpu, 4)}-${part(instance, 4)}-8000-${part(0xfeed, 12)}`;
};

export function gpu(node: number, index: number, chip: Chip, mode: Mode): WorldGpu {
  const bus = (0x18 + index * 0x10).toString(16).toUpperCase().padStart(2, '0');
  return {
    ...chip,
    index,
    uuid: `GPU-${uuidOf(node, index)}`,
    pciBusId: `00000000:${bus}:00.0`,
    mode,
  };
}

/** Cuts a GPU by profiles such as `3g.40gb`; instances are numbered from 1 as NVML does with mixed layouts. */
export function mig(node: number, index: number, profiles: readonly string[]): Mode {
  return {
    kind: 'mig',
    instances: profiles.map((profile, i) => {
      const [slices, gigabytes] = profile.split(/g\.|gb/);
      return {
        gpuInstance: String(i + 1),
        profile,
        migUuid: `MIG-${uuidOf(node, index, i + 1)}`,
        slices: Number(slices),
        memoryMiB: Number(gigabytes) * 1024 - 300,
      };
    }),
  };
}
