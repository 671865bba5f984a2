import { errorOf } from './result.js';

describe('what a return value means', () => {
  it.each([
    [1, 'NVML_ERROR_UNINITIALIZED', 'restart'],
    [3, 'NVML_ERROR_NOT_SUPPORTED', 'absent'],
    [4, 'NVML_ERROR_NO_PERMISSION', 'denied'],
    [6, 'NVML_ERROR_NOT_FOUND', 'absent'],
    [9, 'NVML_ERROR_DRIVER_NOT_LOADED', 'restart'],
    [13, 'NVML_ERROR_FUNCTION_NOT_FOUND', 'absent'],
    [15, 'NVML_ERROR_GPU_IS_LOST', 'lost'],
    [16, 'NVML_ERROR_RESET_REQUIRED', 'lost'],
    [18, 'NVML_ERROR_LIB_RM_VERSION_MISMATCH', 'restart'],
    [25, 'NVML_ERROR_ARGUMENT_VERSION_MISMATCH', 'absent'],
    [28, 'NVML_ERROR_GPU_NOT_FOUND', 'lost'],
    [999, 'NVML_ERROR_UNKNOWN', 'failed'],
  ])('%i is %s: %s', (number, code, kind) => {
    expect(errorOf(number)).toEqual({ ok: false, code, kind });
  });

  it('tells a value of later drivers by its number', () => {
    expect(errorOf(4711)).toEqual({ ok: false, code: 'NVML_ERROR_4711', kind: 'failed' });
  });
});
