import { bufferAt, fakeNative, returns, writes64, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { success } from './result.js';
import { structCalls } from './structs.js';

const structs = (functions: Record<string, FakeFunction>) =>
  structCalls(createCalls(fakeNative(functions)));

// nvmlMemory_v2_t of nvml.h: version, total, reserved, free, used.
const memoryV2: FakeFunction = (...args) => {
  const memory = bufferAt(args, 1);
  if (memory.readUInt32LE(0) !== 0x02000028) return 25;
  [40_000n, 500n, 30_000n, 9_500n].forEach((value, index) =>
    memory.writeBigUInt64LE(value, 8 + index * 8),
  );
  return 0;
};

// nvmlMemory_t: total, free, used.
const memoryV1 = writes64(40_000n, 30_000n, 10_000n);

describe('memory', () => {
  it('is told with what is reserved', () => {
    const { memory } = structs({
      nvmlDeviceGetMemoryInfo_v2: memoryV2,
      nvmlDeviceGetMemoryInfo: memoryV1,
    });
    expect(memory(1n)).toEqual(
      success({ total: 40_000, reserved: 500, free: 30_000, used: 9_500 }),
    );
  });

  it.each([
    ['the library lacks it', undefined],
    ['the driver can not serve it', 13],
    ['the driver knows no such version', 25],
  ])('is told without it where %s', (_, code) => {
    const { memory } = structs({
      ...(code !== undefined && { nvmlDeviceGetMemoryInfo_v2: returns(code) }),
      nvmlDeviceGetMemoryInfo: memoryV1,
    });
    expect(memory(1n)).toEqual(success({ total: 40_000, free: 30_000, used: 10_000 }));
  });

  it('is not guessed where a chip has none of its own', () => {
    const { memory } = structs({
      nvmlDeviceGetMemoryInfo_v2: returns(3),
      nvmlDeviceGetMemoryInfo: returns(3),
    });
    expect(memory(1n)).toMatchObject({ ok: false, code: 'NVML_ERROR_NOT_SUPPORTED' });
  });

  it('does not hide a lost device behind the older call', () => {
    const { memory } = structs({
      nvmlDeviceGetMemoryInfo_v2: returns(15),
      nvmlDeviceGetMemoryInfo: memoryV1,
    });
    expect(memory(1n)).toMatchObject({ ok: false, kind: 'lost' });
  });
});

describe('attributes of a MIG device', () => {
  it.each(['nvmlDeviceGetAttributes_v2', 'nvmlDeviceGetAttributes'])('come by %s', (symbol) => {
    const { attributes } = structs({
      [symbol]: (...args) => {
        const struct = bufferAt(args, 1);
        [42, 3, 2, 0, 0, 0, 3, 1].forEach((value, index) => struct.writeUInt32LE(value, index * 4));
        struct.writeBigUInt64LE(20_096n, 32);
        return 0;
      },
    });
    expect(attributes(1n)).toEqual(
      success({ gpuInstanceSlices: 3, computeInstanceSlices: 1, memoryMiB: 20_096 }),
    );
  });
});

describe('remapped rows', () => {
  it('come in four places', () => {
    const { remappedRows } = structs({
      nvmlDeviceGetRemappedRows: (...args) => {
        [2, 1, 1, 0].forEach((value, index) => bufferAt(args, index + 1).writeUInt32LE(value));
        return 0;
      },
    });
    expect(remappedRows(1n)).toEqual(
      success({ correctable: 2, uncorrectable: 1, pending: 1, failure: 0 }),
    );
  });

  it('are absent with MIG and on old chips', () => {
    expect(structs({ nvmlDeviceGetRemappedRows: returns(3) }).remappedRows(1n)).toMatchObject({
      kind: 'absent',
    });
  });
});
