import { fakeNative, returns, type FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { processCalls } from './processes.js';
import { success } from './result.js';

const NONE_32 = 0xffffffff;
const NONE_64 = 0xffffffffffffffffn;

interface Process {
  readonly pid: number;
  readonly memory: bigint;
  readonly gpuInstance?: number;
}

/** nvmlProcessInfo_t of nvml.h, in as many bytes as a driver writes: pid, memory, instances, and what came later. */
const driver =
  (processes: () => readonly Process[], stride = 24): FakeFunction =>
  (_device, count, infos) => {
    const list = processes();
    const room = (count as Buffer).readUInt32LE();
    (count as Buffer).writeUInt32LE(list.length);
    if (list.length > room) return 7;
    list.forEach(({ pid, memory, gpuInstance = NONE_32 }, index) => {
      const record = (infos as Buffer).subarray(index * stride, (index + 1) * stride);
      record.writeUInt32LE(pid, 0);
      record.writeBigUInt64LE(memory, 8);
      if (stride > 16) record.writeUInt32LE(gpuInstance, 16);
      if (stride > 16) record.writeUInt32LE(NONE_32, 20);
      if (stride > 24) record.writeBigUInt64LE(0n, 24);
    });
    return 0;
  };

const ask = (functions: Record<string, FakeFunction>) =>
  processCalls(createCalls(fakeNative(functions))).processes;

const TWO: readonly Process[] = [
  { pid: 100, memory: 5_000_000_000n },
  { pid: 200, memory: 7_000_000_000n },
];
const READ = [
  { pid: 100, memory: 5_000_000_000 },
  { pid: 200, memory: 7_000_000_000 },
];

describe('lists of processes', () => {
  it.each([
    ['compute', 'nvmlDeviceGetComputeRunningProcesses_v3'],
    ['compute', 'nvmlDeviceGetComputeRunningProcesses_v2'],
    ['mps', 'nvmlDeviceGetMPSComputeRunningProcesses_v3'],
    ['graphics', 'nvmlDeviceGetGraphicsRunningProcesses_v3'],
  ] as const)('of kind %s come by %s', (kind, symbol) => {
    expect(ask({ [symbol]: driver(() => TWO) })(kind, 1n)).toEqual(success(READ));
  });

  it.each([16, 24, 32])('are read from a driver that writes %i bytes per process', (stride) => {
    const processes = ask({ nvmlDeviceGetComputeRunningProcesses_v3: driver(() => TWO, stride) });
    expect(processes('compute', 1n)).toEqual(success(READ));
  });

  it('come from the first version of old drivers', () => {
    const processes = ask({ nvmlDeviceGetComputeRunningProcesses: driver(() => TWO, 16) });
    expect(processes('compute', 1n)).toEqual(success(READ));
  });

  it('name the GPU instance', () => {
    const processes = ask({
      nvmlDeviceGetComputeRunningProcesses_v3: driver(() => [
        { pid: 1, memory: 5n, gpuInstance: 7 },
        { pid: 2, memory: 5n, gpuInstance: 0 },
      ]),
    });
    expect(processes('compute', 1n)).toEqual(
      success([
        { pid: 1, memory: 5, gpuInstance: 7 },
        { pid: 2, memory: 5, gpuInstance: 0 },
      ]),
    );
  });

  it('leave out memory that the driver does not tell', () => {
    const processes = ask({
      nvmlDeviceGetComputeRunningProcesses_v3: driver(() => [{ pid: 1, memory: NONE_64 }]),
    });
    expect(processes('compute', 1n)).toEqual(success([{ pid: 1 }]));
  });

  it('may be empty', () => {
    const processes = ask({ nvmlDeviceGetComputeRunningProcesses_v3: driver(() => []) });
    expect(processes('compute', 1n)).toEqual(success([]));
  });

  it('may be long, and grow while they are asked for', () => {
    let length = 100;
    const grow = () =>
      Array.from({ length: (length += 20) }, (_, index) => ({ pid: index + 1, memory: 1n }));
    const listed = ask({ nvmlDeviceGetComputeRunningProcesses_v3: driver(grow) })('compute', 1n);
    expect(listed.ok && listed.value.length).toBe(length);
    expect(listed.ok && listed.value.at(-1)?.pid).toBe(length);
  });

  it('may shrink: what ended is not read from before', () => {
    let list = TWO;
    const processes = ask({ nvmlDeviceGetComputeRunningProcesses_v3: driver(() => list) });
    processes('compute', 1n);
    list = TWO.slice(1);
    expect(processes('compute', 1n)).toEqual(success(READ.slice(1)));
  });

  it.each([
    [4, 'denied'],
    [15, 'lost'],
    [3, 'absent'],
  ])('that the driver refuses with %i are not asked for in the older way', (code, kind) => {
    const processes = ask({
      nvmlDeviceGetComputeRunningProcesses_v3: returns(code),
      nvmlDeviceGetComputeRunningProcesses: driver(() => TWO, 16),
    });
    expect(processes('compute', 1n)).toMatchObject({ ok: false, kind });
  });
});
