import type { Calls } from './calls.js';
import { growingBuffer } from './growing.js';
import type { NvmlLibrary, NvmlProcessEntry, NvmlProcessKind } from './library.js';
import { success, type NvmlResult } from './result.js';
import { strideOf, UNTOUCHED } from './stride.js';
import { readUint32, readUint64 } from './values.js';

/** The calls of each kind of context: the one with instances, then the first version. */
const CALLS = {
  compute: ['nvmlDeviceGetComputeRunningProcesses', 'nvmlDeviceGetComputeRunningProcesses_v1'],
  mps: ['nvmlDeviceGetMPSComputeRunningProcesses', 'nvmlDeviceGetMPSComputeRunningProcesses_v1'],
  graphics: ['nvmlDeviceGetGraphicsRunningProcesses', 'nvmlDeviceGetGraphicsRunningProcesses_v1'],
} as const satisfies Record<NvmlProcessKind, readonly [string, string]>;

/** nvmlProcessInfo_t; its first version ends before the instance. */
const RECORD = { pid: 0, memory: 8, gpuInstance: 16 };
const FIRST_VERSION_BYTES = 16;

/** What a record is in nvml.h, and the most that any driver wrote of it. */
const USUAL_BYTES = 24;
const MOST_BYTES = 32;

/** Most GPUs have fewer processes than this. */
const USUAL_PROCESSES = 64;

function readEntry(records: Buffer, at: number, stride: number): NvmlProcessEntry {
  const memory = readUint64(records, at + RECORD.memory);
  const gpuInstance =
    stride > FIRST_VERSION_BYTES ? readUint32(records, at + RECORD.gpuInstance) : undefined;
  return {
    pid: records.readUInt32LE(at + RECORD.pid),
    ...(memory !== undefined && { memory }),
    ...(gpuInstance !== undefined && { gpuInstance }),
  };
}

/** Processes with contexts on a device. */
export function processCalls({ call }: Calls): Pick<NvmlLibrary, 'processes'> {
  const buffer = growingBuffer(USUAL_PROCESSES * MOST_BYTES);
  const list = (
    name: (typeof CALLS)[NvmlProcessKind][number],
    device: bigint,
    usual: number,
  ): NvmlResult<readonly NvmlProcessEntry[]> => {
    const filled = buffer.fill(MOST_BYTES, (records, count) =>
      call(name, device, count, records.fill(UNTOUCHED)),
    );
    if (!filled.ok) return filled;
    const stride = strideOf(buffer.bytes, filled.count, usual);
    return success(
      Array.from({ length: filled.count }, (_, index) =>
        readEntry(buffer.bytes, index * stride, stride),
      ),
    );
  };
  return {
    processes(kind, device) {
      const [newer, first] = CALLS[kind];
      const listed = list(newer, device, USUAL_BYTES);
      if (listed.ok || listed.code !== 'NVML_ERROR_FUNCTION_NOT_FOUND') return listed;
      return list(first, device, FIRST_VERSION_BYTES);
    },
  };
}
