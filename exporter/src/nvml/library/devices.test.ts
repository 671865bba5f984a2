import { bufferAt, fakeNative, returns, writes32, writes64 } from '../testing/native.js';
import type { FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import { deviceCalls } from './devices.js';
import { success } from './result.js';

const devices = (functions: Record<string, FakeFunction>) =>
  deviceCalls(createCalls(fakeNative(functions)));

describe('handles', () => {
  it('keep all their digits', () => {
    const handle = 0xffff_8001_2345_6789n;
    const { device, migDevice } = devices({
      nvmlDeviceGetHandleByIndex_v2: writes64(handle),
      nvmlDeviceGetMigDeviceHandleByIndex: writes64(handle + 1n),
    });
    expect(device(0)).toEqual(success(handle));
    expect(migDevice(handle, 3)).toEqual(success(handle + 1n));
  });

  it('come from the first version too', () => {
    const { device, deviceCount, init } = devices({
      nvmlInit: returns(0),
      nvmlDeviceGetCount: writes32(8),
      nvmlDeviceGetHandleByIndex: writes64(5n),
    });
    expect(init()).toEqual(success(undefined));
    expect(deviceCount()).toEqual(success(8));
    expect(device(7)).toEqual(success(5n));
  });

  it('are asked for by their place', () => {
    const { migDevice } = devices({
      nvmlDeviceGetMigDeviceHandleByIndex: (gpu, place, out) => {
        (out as Buffer).writeBigUInt64LE(BigInt(gpu as bigint) + BigInt(place as number));
        return 0;
      },
    });
    expect(migDevice(100n, 6)).toEqual(success(106n));
  });
});

describe('the MIG mode', () => {
  it.each([
    [1, 0, true],
    [0, 1, false],
  ])('is the one that is on now: %i, and %i after a reset', (current, pending, on) => {
    const { migMode } = devices({
      nvmlDeviceGetMigMode: (...args) => {
        bufferAt(args, 1).writeUInt32LE(current);
        bufferAt(args, 2).writeUInt32LE(pending);
        return 0;
      },
    });
    expect(migMode(1n)).toEqual(success(on));
  });

  it('is absent on chips that can not be divided', () => {
    expect(devices({ nvmlDeviceGetMigMode: returns(3) }).migMode(1n)).toMatchObject({
      kind: 'absent',
    });
  });
});

describe('a driver that is gone', () => {
  it('is told at the start', () => {
    expect(devices({ nvmlInit_v2: returns(9) }).init()).toMatchObject({
      code: 'NVML_ERROR_DRIVER_NOT_LOADED',
      kind: 'restart',
    });
  });
});
