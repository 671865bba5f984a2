import { success } from '../library/result.js';
import { FAILURES, fakeNvml, numbers } from '../testing/nvml.js';
import { readLeafFigures } from './leafFigures.js';
import { createReading } from './reading.js';

const MEMORY = { total: 1000, free: 600, used: 350 };

describe('readLeafFigures', () => {
  it('reads what a GPU does and holds', () => {
    const nvml = fakeNvml({
      memory: () => success({ ...MEMORY, reserved: 50 }),
      number: numbers({
        nvmlDeviceGetUtilizationRates: 87,
        nvmlDeviceGetEncoderUtilization: 0,
        nvmlDeviceGetDecoderUtilization: 12,
      }),
    });
    expect(readLeafFigures(nvml, createReading(), 1n)).toEqual({
      utilization: 87,
      memoryTotal: 1000,
      memoryUsed: 350,
      memoryFree: 600,
      memoryReserved: 50,
      encoder: 0,
      decoder: 12,
    });
  });

  it('has only memory of a MIG device, and no failures', () => {
    const reading = createReading();
    const nvml = fakeNvml({ memory: () => success(MEMORY) });
    expect(readLeafFigures(nvml, reading, 1n)).toEqual({
      memoryTotal: 1000,
      memoryUsed: 350,
      memoryFree: 600,
    });
    expect(reading.failures).toEqual([]);
  });

  it('has no memory of a chip that uses the machine’s', () => {
    const nvml = fakeNvml({ number: numbers({ nvmlDeviceGetUtilizationRates: 5 }) });
    expect(readLeafFigures(nvml, createReading(), 1n)).toEqual({ utilization: 5 });
  });

  it('says why there is none', () => {
    const reading = createReading();
    const nvml = fakeNvml({ memory: () => FAILURES.noPermission });
    expect(readLeafFigures(nvml, reading, 1n)).toEqual({});
    expect(reading.failures).toEqual([
      { call: 'nvmlDeviceGetMemoryInfo', code: 'NVML_ERROR_NO_PERMISSION' },
    ]);
  });
});
