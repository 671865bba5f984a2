import type { NvmlLibrary } from '../library/library.js';
import { success } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import { readMig } from './mig.js';
import { createReading } from './reading.js';

/** MIG devices by their place: GPU instance and compute instance; handles are 1000 and on. */
const divided = (
  places: readonly (readonly [gpuInstance: number, computeInstance: number] | undefined)[],
  has: Partial<NvmlLibrary> = {},
): NvmlLibrary => {
  const placeOf = (handle: bigint) => places[Number(handle) - 1000];
  return fakeNvml({
    migMode: () => success(true),
    migDevice: (_gpu, place) =>
      places[place] === undefined ? FAILURES.notFound : success(BigInt(1000 + place)),
    number: (call, handle) => {
      if (call === 'nvmlDeviceGetMaxMigDeviceCount') return success(7);
      const [gpuInstance] = placeOf(handle) ?? [];
      return call === 'nvmlDeviceGetGpuInstanceId' && gpuInstance !== undefined
        ? success(gpuInstance)
        : FAILURES.notSupported;
    },
    text: (call, handle) =>
      call === 'nvmlDeviceGetUUID'
        ? success(`MIG-${placeOf(handle)?.join('-')}`)
        : success('NVIDIA H100 80GB HBM3 MIG 1g.10gb'),
    ...has,
  });
};

const read = (nvml: NvmlLibrary) => {
  const reading = createReading();
  return { layout: readMig(nvml, reading, 1n), reading };
};

describe('readMig', () => {
  it.each([
    ['a chip that can not be divided', { migMode: () => FAILURES.notSupported }],
    ['a driver that never heard of it', {}],
    ['a chip that is not divided', { migMode: () => success(false) }],
  ])('finds no instances on %s', (_, has) => {
    const { layout, reading } = read(fakeNvml(has));
    expect(layout).toEqual({ mig: false, instances: [] });
    expect(reading.failures).toEqual([]);
  });

  it('tells a divided chip without instances from one that is not divided', () => {
    expect(read(divided([])).layout).toEqual({ mig: true, instances: [] });
  });

  it('passes over empty places, in the order of GPU instances', () => {
    const { layout, reading } = read(divided([[9, 0], undefined, [7, 0], undefined, [8, 0]]));
    expect(layout.instances).toEqual(
      [
        [7, 1002n],
        [8, 1004n],
        [9, 1000n],
      ].map(([gpuInstance, handle]) => ({
        gpuInstance,
        handle,
        uuid: `MIG-${gpuInstance}-0`,
        profile: '1g.10gb',
        others: [],
      })),
    );
    expect(reading.failures).toEqual([]);
  });

  it('takes the compute instances of a GPU instance together', () => {
    const { layout } = read(
      divided([
        [1, 0],
        [2, 0],
        [1, 1],
        [1, 2],
      ]),
    );
    expect(layout.instances.map(({ uuid, others }) => [uuid, others])).toEqual([
      [
        'MIG-1-0',
        [
          { handle: 1002n, uuid: 'MIG-1-1' },
          { handle: 1003n, uuid: 'MIG-1-2' },
        ],
      ],
      ['MIG-2-0', []],
    ]);
  });

  it('leaves out a device that vanished while it was looked at', () => {
    const nvml = divided([
      [1, 0],
      [2, 0],
    ]);
    const { layout, reading } = read({
      ...nvml,
      text: (call, handle) =>
        handle === 1000n ? FAILURES.invalidArgument : nvml.text(call, handle),
    });
    expect(layout.instances.map(({ gpuInstance }) => gpuInstance)).toEqual([2]);
    expect(reading.failures).toEqual([
      { call: 'nvmlDeviceGetUUID', code: 'NVML_ERROR_INVALID_ARGUMENT' },
    ]);
  });
});
