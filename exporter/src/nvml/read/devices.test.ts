import type { NvmlLibrary } from '../library/library.js';
import { success, type NvmlError, type NvmlResult } from '../library/result.js';
import { FAILURES, fakeNvml } from '../testing/nvml.js';
import { listDevices } from './devices.js';

/** Three GPUs whose minor numbers run against their indices, as on machines where it matters. */
const machine = (has: Partial<NvmlLibrary> = {}): NvmlLibrary =>
  fakeNvml({
    deviceCount: () => success(3),
    device: (index) => success(BigInt(100 + index)),
    text: (call, handle) => success(call === 'nvmlDeviceGetUUID' ? `GPU-${handle}` : 'NVIDIA L40S'),
    number: (call, handle) =>
      call === 'nvmlDeviceGetMinorNumber' ? success(102 - Number(handle)) : FAILURES.notSupported,
    pciBusId: (handle) => success(`00000000:${handle - 60n}:00.0`),
    ...has,
  });

const failingAt =
  (index: number, failure: NvmlError): NvmlLibrary['device'] =>
  (asked): NvmlResult<bigint> =>
    asked === index ? failure : success(BigInt(100 + asked));

const list = (
  nvml: NvmlLibrary,
  ...rest: Parameters<typeof listDevices> extends [unknown, ...infer R] ? R : never
) => {
  const listed = listDevices(nvml, ...rest);
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
};

describe('listDevices', () => {
  it('tells the minor number from the index', () => {
    expect(list(machine()).devices[0]).toEqual({
      handle: 100n,
      index: 0,
      uuid: 'GPU-100',
      minor: 2,
      name: 'NVIDIA L40S',
      pciBusId: '00000000:40:00.0',
    });
    expect(list(machine()).devices.map(({ minor }) => minor)).toEqual([2, 1, 0]);
  });

  it('lists devices without what the driver does not tell', () => {
    const nvml = machine({
      number: () => FAILURES.noPermission,
      pciBusId: () => FAILURES.notSupported,
    });
    const [device] = list(nvml).devices;
    expect(device).not.toHaveProperty('minor');
    expect(device).toMatchObject({ uuid: 'GPU-100', pciBusId: '' });
  });

  it('is empty on a machine without GPUs', () => {
    expect(list(machine({ deviceCount: () => success(0) }))).toEqual({ devices: [], lost: [] });
  });

  it('keeps the others when one fell off the bus, and knows it from before', () => {
    const before = list(machine()).devices;
    const now = list(machine({ device: failingAt(1, FAILURES.lost) }), before);
    expect(now.devices.map(({ index }) => index)).toEqual([0, 2]);
    expect(now.lost).toEqual([
      {
        index: 1,
        uuid: 'GPU-101',
        pciBusId: '00000000:41:00.0',
        code: 'NVML_ERROR_GPU_IS_LOST',
      },
    ]);
  });

  it('does not guess who was lost before it was ever seen', () => {
    expect(list(machine({ device: failingAt(0, FAILURES.lost) })).lost).toEqual([
      { index: 0, uuid: '', pciBusId: '', code: 'NVML_ERROR_GPU_IS_LOST' },
    ]);
  });

  it('takes a device that has a handle and no name for lost', () => {
    const nvml = machine({ text: () => FAILURES.unknown });
    expect(list(nvml).lost.map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => 'NVML_ERROR_UNKNOWN'),
    );
  });

  it.each([
    ['counting', { deviceCount: () => FAILURES.driverNotLoaded }],
    ['opening', { device: failingAt(2, FAILURES.uninitialized) }],
  ])('fails as a whole when NVML has to be started anew: %s', (_, has) => {
    expect(listDevices(machine(has))).toMatchObject({ ok: false, kind: 'restart' });
  });
});
