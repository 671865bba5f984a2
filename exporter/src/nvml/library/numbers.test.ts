import { bufferAt, fakeNative, returns, writes32, writes64 } from '../testing/native.js';
import type { FakeFunction } from '../testing/native.js';
import { createCalls } from './calls.js';
import type { NvmlNumberCall } from './library.js';
import { NVML_NUMBER_CALLS } from './library.js';
import { numberCalls } from './numbers.js';
import { success } from './result.js';

const ask = (functions: Record<string, FakeFunction>) =>
  numberCalls(createCalls(fakeNative(functions))).number;

const absent = { ok: false, kind: 'absent' };

describe('calls that answer one number', () => {
  it('reads unsigned ints and unsigned long longs', () => {
    const number = ask({
      nvmlDeviceGetPowerUsage: writes32(251_337),
      nvmlDeviceGetTotalEnergyConsumption: writes64(12_345_678_901_234n),
    });
    expect(number('nvmlDeviceGetPowerUsage', 1n)).toEqual(success(251_337));
    expect(number('nvmlDeviceGetTotalEnergyConsumption', 1n)).toEqual(success(12_345_678_901_234));
  });

  it('reads 0 as 0', () => {
    expect(
      ask({ nvmlDeviceGetPcieReplayCounter: writes32(0) })('nvmlDeviceGetPcieReplayCounter', 1n),
    ).toEqual(success(0));
  });

  it.each([
    ['nvmlDeviceGetPowerUsage', writes32(0xffffffff)],
    ['nvmlDeviceGetTotalEnergyConsumption', writes64(0xffffffffffffffffn)],
  ] as const)('takes all bits set for none: %s', (call, write) => {
    expect(ask({ [call]: write })(call, 1n)).toMatchObject(absent);
  });

  it('takes no number from a driver that succeeds and writes nothing', () => {
    const number = ask({
      nvmlDeviceGetPowerUsage: writes32(5),
      nvmlDeviceGetEnforcedPowerLimit: returns(0),
    });
    number('nvmlDeviceGetPowerUsage', 1n);
    expect(number('nvmlDeviceGetEnforcedPowerLimit', 1n)).toMatchObject(absent);
  });

  it('hands selectors on, in their order', () => {
    const number = ask({
      nvmlDeviceGetTotalEccErrors: (...args) => {
        bufferAt(args, 3).writeBigUInt64LE(BigInt(Number(args[1]) * 10 + Number(args[2])));
        return 0;
      },
    });
    expect(number('nvmlDeviceGetTotalEccErrors', 1n, 1, 0)).toEqual(success(10));
    expect(number('nvmlDeviceGetTotalEccErrors', 1n, 0, 1)).toEqual(success(1));
  });

  it('reads the time, not the reference, of a violation', () => {
    const number = ask({ nvmlDeviceGetViolationStatus: writes64(1_700_000_000_000n, 42n) });
    expect(number('nvmlDeviceGetViolationStatus', 1n, 1)).toEqual(success(42));
  });

  it('gives encoders a place for their period too', () => {
    const number = ask({
      nvmlDeviceGetEncoderUtilization: (...args) => {
        bufferAt(args, 1).writeUInt32LE(33);
        bufferAt(args, 2).writeUInt32LE(167_000);
        return 0;
      },
    });
    expect(number('nvmlDeviceGetEncoderUtilization', 1n)).toEqual(success(33));
  });

  it('counts retired pages without asking for their addresses', () => {
    const number = ask({
      nvmlDeviceGetRetiredPages: (_device, cause, count, addresses) => {
        expect(addresses).toBeNull();
        expect((count as Buffer).readUInt32LE()).toBe(0);
        (count as Buffer).writeUInt32LE(cause === 0 ? 3 : 0);
        return cause === 0 ? 7 : 0;
      },
    });
    expect(number('nvmlDeviceGetRetiredPages', 1n, 0)).toEqual(success(3));
    expect(number('nvmlDeviceGetRetiredPages', 1n, 1)).toEqual(success(0));
  });

  it('is not found where the library has nothing like it', () => {
    const number = ask({});
    for (const call of Object.keys(NVML_NUMBER_CALLS) as NvmlNumberCall[]) {
      expect([call, number(call, 1n, 0, 0)]).toMatchObject([
        call,
        { ok: false, code: 'NVML_ERROR_FUNCTION_NOT_FOUND', kind: 'absent' },
      ]);
    }
  });
});

describe('temperature', () => {
  // nvmlTemperature_v1_t of nvml.h: version, sensor, then a signed int.
  const struct: FakeFunction = (...args) => {
    const temperature = bufferAt(args, 1);
    if (temperature.readUInt32LE(0) !== 0x0100000c) return 25;
    temperature.writeInt32LE(61, 8);
    return 0;
  };

  it('is asked as all drivers know it', () => {
    const number = ask({
      nvmlDeviceGetTemperature: writes32(58),
      nvmlDeviceGetTemperatureV: struct,
    });
    expect(number('nvmlDeviceGetTemperature', 1n)).toEqual(success(58));
  });

  it('is asked in the new way where that is gone', () => {
    expect(ask({ nvmlDeviceGetTemperatureV: struct })('nvmlDeviceGetTemperature', 1n)).toEqual(
      success(61),
    );
  });

  it('is not asked twice of a lost device', () => {
    const number = ask({
      nvmlDeviceGetTemperature: returns(15),
      nvmlDeviceGetTemperatureV: struct,
    });
    expect(number('nvmlDeviceGetTemperature', 1n)).toMatchObject({ kind: 'lost' });
  });
});
