import type { NvmlProcessEntry, NvmlProcessKind } from '../library/library.js';
import { success, type NvmlError } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import type { ComputeInstance } from './mig.js';
import { readProcesses } from './processes.js';
import { createReading } from './reading.js';

type Lists = Partial<Record<NvmlProcessKind, readonly NvmlProcessEntry[] | NvmlError>>;

/** Lists by handle; 1n is the GPU. */
const driver = (handles: Readonly<Record<string, Lists>>) =>
  fakeNvml({
    processes: (kind, handle) => {
      const list = handles[String(handle)]?.[kind] ?? FAILURES.notSupported;
      return 'ok' in list ? list : success(list);
    },
  });

const instance = (handle: bigint, gpuInstance: number) => ({
  handle,
  gpuInstance,
  uuid: `MIG-${gpuInstance}`,
  profile: '1g.10gb',
  others: [] as ComputeInstance[],
});

const INSTANCES = [instance(11n, 7), instance(12n, 8)];

const read = (handles: Readonly<Record<string, Lists>>, instances = [] as typeof INSTANCES) => {
  const reading = createReading();
  return { listed: readProcesses(driver(handles), reading, 1n, instances), reading };
};

describe('processes of a whole GPU', () => {
  it('are of their kinds', () => {
    const { listed } = read({
      1: {
        compute: [{ pid: 10, memory: 100 }],
        mps: [{ pid: 20, memory: 200 }],
        graphics: [{ pid: 30 }],
      },
    });
    expect([...(listed ?? [])].sort((a, b) => a.pid - b.pid)).toEqual([
      { pid: 10, memory: 100, kind: 'compute' },
      { pid: 20, memory: 200, kind: 'mps' },
      { pid: 30, kind: 'graphics' },
    ]);
  });

  it('are counted once, though they compute and draw', () => {
    const both = [{ pid: 10, memory: 100 }];
    expect(read({ 1: { compute: both, graphics: both } }).listed).toEqual([
      { pid: 10, memory: 100, kind: 'compute' },
    ]);
    expect(read({ 1: { compute: both, mps: both } }).listed).toEqual([
      { pid: 10, memory: 100, kind: 'mps' },
    ]);
  });

  it('are none on an idle GPU', () => {
    const { listed, reading } = read({ 1: { compute: [] } });
    expect(listed).toEqual([]);
    expect(reading.failures).toEqual([]);
  });

  it.each([
    ['does not have the list', FAILURES.notSupported, []],
    [
      'refuses the list',
      FAILURES.noPermission,
      [
        {
          call: 'nvmlDeviceGetComputeRunningProcesses',
          code: 'NVML_ERROR_NO_PERMISSION',
        },
      ],
    ],
  ])('are not known, not none, where the driver %s', (_, compute, failures) => {
    const { listed, reading } = read({ 1: { compute, graphics: [{ pid: 1 }] } });
    expect(listed).toBeUndefined();
    expect(reading.failures).toEqual(failures);
  });
});

describe('processes of a divided GPU', () => {
  it('name their instances', () => {
    const { listed } = read(
      { 1: { compute: [{ pid: 10, memory: 100, gpuInstance: 8 }] } },
      INSTANCES,
    );
    expect(listed).toEqual([{ pid: 10, memory: 100, gpuInstance: 8, kind: 'compute' }]);
  });

  it('are told apart when one process uses two instances', () => {
    const { listed } = read(
      {
        1: {
          compute: [
            { pid: 10, memory: 100, gpuInstance: 7 },
            { pid: 10, memory: 200, gpuInstance: 8 },
          ],
        },
      },
      INSTANCES,
    );
    expect(listed?.map(({ memory }) => memory)).toEqual([100, 200]);
  });

  it.each([
    ['refused', FAILURES.noPermission],
    ['without instances', [{ pid: 10 }, { pid: 20 }]],
  ])('are asked for instance by instance where the whole list is %s', (_, compute) => {
    const { listed } = read(
      {
        1: { compute },
        11: { compute: [{ pid: 10, memory: 100 }] },
        12: { compute: [{ pid: 20, memory: 200 }] },
      },
      INSTANCES,
    );
    expect(listed).toEqual([
      { pid: 10, memory: 100, gpuInstance: 7, kind: 'compute' },
      { pid: 20, memory: 200, gpuInstance: 8, kind: 'compute' },
    ]);
  });

  it('are asked for at every compute instance of a GPU instance', () => {
    const others = [13n, 14n].map((handle) => ({ handle, uuid: `MIG-7-${handle}` }));
    const { listed } = read(
      {
        1: { compute: FAILURES.noPermission },
        11: { compute: [{ pid: 10, memory: 100 }] },
        12: { compute: [] },
        13: { compute: [{ pid: 30, memory: 300 }] },
        14: { compute: [{ pid: 10, memory: 100 }] },
      },
      [{ ...instance(11n, 7), others }, instance(12n, 8)],
    );
    expect(listed).toEqual([
      { pid: 10, memory: 100, gpuInstance: 7, kind: 'compute' },
      { pid: 30, memory: 300, gpuInstance: 7, kind: 'compute' },
    ]);
  });

  it('are kept without instances where nothing tells them', () => {
    expect(read({ 1: { compute: [{ pid: 10 }] } }, INSTANCES).listed).toEqual([
      { pid: 10, kind: 'compute' },
    ]);
  });

  it('are not known where every list is refused', () => {
    const refused = { compute: FAILURES.noPermission };
    expect(read({ 1: refused, 11: refused, 12: refused }, INSTANCES).listed).toBeUndefined();
  });
});
