import type { FakeGpuProcess, FakePod } from '../../test/nvml/support/world.js';
import { fakePod, ofPod, scriptedOf } from '../../test/nvml/support/world.js';
import type { Scenario } from '../../test/nvml/stub.js';
import { GIB, gpuUuid, hopper } from '../../test/nvml/stub.js';

const GPUS = 8;
const PROCESSES = 64;

/** A full node: every GPU shared by eight pods with a process each, half of them busy. */
export interface Site {
  readonly scenario: Scenario;
  readonly processes: readonly FakeGpuProcess[];
  readonly pods: readonly FakePod[];
  /** What a dcgm-exporter with the virtual-GPU flag would say of it now. */
  readonly exposition: () => string;
}

interface Placed {
  readonly gpu: number;
  readonly pod: FakePod;
  readonly process: FakeGpuProcess;
}

/** Fields that dcgm-exporter repeats on each pod of a shared GPU, with values of no matter. */
const REPEATED = [
  ['GPU_TEMP', 54],
  ['MEMORY_TEMP', 62],
  ['POWER_USAGE', 300],
  ['ENFORCED_POWER_LIMIT', 700],
  ['SM_CLOCK', 1980],
  ['MEM_CLOCK', 2619],
  ['FB_FREE', 32_000],
  ['FB_RESERVED', 600],
  ['ENC_UTIL', 0],
  ['DEC_UTIL', 0],
  ['XID_ERRORS', 0],
  ['POWER_VIOLATION', 7],
  ['THERMAL_VIOLATION', 3],
  ['PCIE_REPLAY_COUNTER', 5],
  ['CORRECTABLE_REMAPPED_ROWS', 2],
  ['UNCORRECTABLE_REMAPPED_ROWS', 1],
  ['ROW_REMAP_FAILURE', 0],
  ['ECC_SBE_VOL_TOTAL', 3],
  ['ECC_DBE_VOL_TOTAL', 0],
] as const;

const device = (gpu: number): string =>
  `gpu="${gpu}",UUID="${gpuUuid(gpu)}",pci_bus_id="00000000:${18 + gpu}:00.0",device="nvidia${gpu}",modelName="NVIDIA H100 80GB HBM3",Hostname="gpu-1",DCGM_FI_DRIVER_VERSION="580.82.07"`;

const ofHolder = ({ gpu, pod }: Placed, vgpu: number): string =>
  `${device(gpu)},container="${pod.container}",namespace="${pod.namespace}",pod="${pod.name}",vgpu="${vgpu}"`;

function expositionOf(placed: readonly Placed[]): string {
  const lines: string[] = [];
  const add = (field: string, of: (one: Placed) => number, total?: number): void => {
    const name = `DCGM_FI_DEV_${field}`;
    lines.push(`# HELP ${name} A field.`, `# TYPE ${name} gauge`);
    if (total !== undefined) {
      for (let gpu = 0; gpu < GPUS; gpu += 1) lines.push(`${name}{${device(gpu)}} ${total}`);
    }
    placed.forEach((one, index) =>
      lines.push(`${name}{${ofHolder(one, Math.floor(index / GPUS))}} ${of(one)}`),
    );
  };
  add('GPU_UTIL', ({ process }) => Number(process.scripted.busy ?? 0), 40);
  add('FB_USED', () => 4096, 32_768);
  for (const [field, value] of REPEATED) add(field, () => value);
  // 300 W; a counter that stands still would be a frozen source.
  const energy = Date.now() % 1e9;
  add('TOTAL_ENERGY_CONSUMPTION', () => energy * 300);
  return `${lines.join('\n')}\n`;
}

export function makeSite(): Site {
  const placed = Array.from({ length: PROCESSES }, (_, index): Placed => {
    const pod = fakePod(`team-${index % 8}`, `work-${index}`);
    const busy = Math.floor(index / GPUS) % 2 === 0 ? 10 : 0;
    return { gpu: index % GPUS, pod, process: ofPod(pod, { memory: 4 * GIB, busy }) };
  });
  const gpus = Array.from({ length: GPUS }, (_, gpu) =>
    hopper(gpu, {
      processes: scriptedOf(placed.filter((one) => one.gpu === gpu).map(({ process }) => process)),
    }),
  );
  return {
    scenario: { driver: '580.82.07', gpus },
    processes: placed.map(({ process }) => process),
    pods: placed.map(({ pod }) => pod),
    exposition: () => expositionOf(placed),
  };
}
