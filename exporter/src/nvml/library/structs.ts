import type { Calls } from './calls.js';
import type { NvmlLibrary } from './library.js';
import { answer, readUint64 } from './values.js';

/** nvmlMemory_v2_t; its version is its size, with 2 in the highest byte. */
const MEMORY_V2 = {
  bytes: 40,
  version: 40 | (2 << 24),
  total: 8,
  reserved: 16,
  free: 24,
  used: 32,
};

/** nvmlMemory_t */
const MEMORY_V1 = { total: 0, free: 8, used: 16 };

/** nvmlDeviceAttributes_t */
const ATTRIBUTES = { bytes: 40, gpuInstanceSlices: 24, computeInstanceSlices: 28, memoryMiB: 32 };

function memoryCall({ call }: Calls): Pick<NvmlLibrary, 'memory'> {
  const out = Buffer.alloc(MEMORY_V2.bytes);
  const read = (layout: typeof MEMORY_V1) => {
    const total = readUint64(out, layout.total);
    const free = readUint64(out, layout.free);
    const used = readUint64(out, layout.used);
    if (total === undefined || free === undefined || used === undefined) return undefined;
    return { total, free, used };
  };
  return {
    memory(device) {
      out.fill(0).writeUInt32LE(MEMORY_V2.version);
      const newer = answer(call('nvmlDeviceGetMemoryInfo_v2', device, out), () => {
        const memory = read(MEMORY_V2);
        const reserved = readUint64(out, MEMORY_V2.reserved);
        return memory && { ...memory, ...(reserved !== undefined && { reserved }) };
      });
      if (newer.ok || newer.kind !== 'absent') return newer;
      return answer(call('nvmlDeviceGetMemoryInfo', device, out.fill(0)), () => read(MEMORY_V1));
    },
  };
}

function attributesCall({ call }: Calls): Pick<NvmlLibrary, 'attributes'> {
  const out = Buffer.alloc(ATTRIBUTES.bytes);
  return {
    attributes: (migDevice) =>
      answer(call('nvmlDeviceGetAttributes', migDevice, out), () => ({
        gpuInstanceSlices: out.readUInt32LE(ATTRIBUTES.gpuInstanceSlices),
        computeInstanceSlices: out.readUInt32LE(ATTRIBUTES.computeInstanceSlices),
        memoryMiB: Number(out.readBigUInt64LE(ATTRIBUTES.memoryMiB)),
      })),
  };
}

function remappedRowsCall({ call }: Calls): Pick<NvmlLibrary, 'remappedRows'> {
  const [correctable, uncorrectable, pending, failure] = [0, 0, 0, 0].map(() =>
    Buffer.alloc(4),
  ) as [Buffer, Buffer, Buffer, Buffer];
  return {
    remappedRows(device) {
      const returned = call(
        'nvmlDeviceGetRemappedRows',
        device,
        correctable,
        uncorrectable,
        pending,
        failure,
      );
      return answer(returned, () => ({
        correctable: correctable.readUInt32LE(),
        uncorrectable: uncorrectable.readUInt32LE(),
        pending: pending.readUInt32LE(),
        failure: failure.readUInt32LE(),
      }));
    },
  };
}

/** Calls that answer several figures at once. */
export const structCalls = (
  calls: Calls,
): Pick<NvmlLibrary, 'memory' | 'attributes' | 'remappedRows'> => ({
  ...memoryCall(calls),
  ...attributesCall(calls),
  ...remappedRowsCall(calls),
});
