import type { NvmlHandle, NvmlLibrary, NvmlProcessKind } from '../library/library.js';
import type { MigInstance } from './mig.js';
import type { Reading } from './reading.js';

/** A process with contexts on a device. */
export interface ListedProcess {
  readonly pid: number;
  readonly kind: NvmlProcessKind;
  /** Bytes; absent where the driver does not tell. */
  readonly memory?: number;
  /** Absent on a GPU without instances. */
  readonly gpuInstance?: number;
}

/** A process is of the first kind that lists it: with compute and graphics contexts it is in two lists. */
const KINDS = [
  ['mps', 'nvmlDeviceGetMPSComputeRunningProcesses'],
  ['compute', 'nvmlDeviceGetComputeRunningProcesses'],
  ['graphics', 'nvmlDeviceGetGraphicsRunningProcesses'],
] as const;

type ByInstance = Map<string, ListedProcess>;

/** Notes what one handle lists; answers whether the driver told of compute processes, without which nothing is known. */
function collect(
  nvml: NvmlLibrary,
  reading: Reading,
  handle: NvmlHandle,
  into: ByInstance,
  instance?: number,
): boolean {
  let told = false;
  for (const [kind, call] of KINDS) {
    const entries = reading.take(call, () => nvml.processes(kind, handle));
    if (kind === 'compute') told = entries !== undefined;
    for (const entry of entries ?? []) {
      const gpuInstance = entry.gpuInstance ?? instance;
      const key = `${entry.pid} ${gpuInstance ?? ''}`;
      if (into.has(key)) continue;
      into.set(key, { ...entry, kind, ...(gpuInstance !== undefined && { gpuInstance }) });
    }
  }
  return told;
}

/** What each of a GPU instance's compute instances lists; CUDA lets a process use one of them only. */
function collectInstance(
  nvml: NvmlLibrary,
  reading: Reading,
  { handle, gpuInstance, others }: MigInstance,
  into: ByInstance,
): boolean {
  const handles = [handle, ...others.map((other) => other.handle)];
  return handles.filter((of) => collect(nvml, reading, of, into, gpuInstance)).length > 0;
}

/**
 * Processes with contexts on a GPU or its instances; undefined where the driver does not give the list. On a divided GPU
 * the instances are asked one by one where the whole list is refused or names no instances.
 */
export function readProcesses(
  nvml: NvmlLibrary,
  reading: Reading,
  gpu: NvmlHandle,
  instances: readonly MigInstance[],
): readonly ListedProcess[] | undefined {
  const whole: ByInstance = new Map();
  const told = collect(nvml, reading, gpu, whole);
  const listed = [...whole.values()];
  const isPlaced = listed.every(({ gpuInstance }) => gpuInstance !== undefined);
  if (instances.length === 0 || (told && isPlaced)) return told ? listed : undefined;
  const parts: ByInstance = new Map();
  const toldBy = instances.filter((instance) => collectInstance(nvml, reading, instance, parts));
  if (toldBy.length > 0) return [...parts.values()];
  return told ? listed : undefined;
}
