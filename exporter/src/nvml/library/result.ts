/**
 * Why a call gave nothing, as far as it matters what to do next:
 * - `absent`: the chip, the driver or the library does not have it; nothing is wrong.
 * - `lost`: this device no longer answers; the others may.
 * - `restart`: the library no longer fits the driver, or was never started: all handles are void.
 * - `denied`: we may not ask.
 * - `failed`: all else.
 */
export type NvmlFailureKind = 'absent' | 'lost' | 'restart' | 'denied' | 'failed';

export interface NvmlError {
  readonly ok: false;
  /** Such as `NVML_ERROR_GPU_IS_LOST`. */
  readonly code: string;
  readonly kind: NvmlFailureKind;
}

export type NvmlResult<Value> = { readonly ok: true; readonly value: Value } | NvmlError;

type Row = readonly [number: number, code: string, kind: NvmlFailureKind];

/** nvmlReturn_t of nvml.h. */
const RETURNS: readonly Row[] = [
  [1, 'UNINITIALIZED', 'restart'],
  [2, 'INVALID_ARGUMENT', 'failed'],
  [3, 'NOT_SUPPORTED', 'absent'],
  [4, 'NO_PERMISSION', 'denied'],
  [5, 'ALREADY_INITIALIZED', 'failed'],
  [6, 'NOT_FOUND', 'absent'],
  [7, 'INSUFFICIENT_SIZE', 'failed'],
  [8, 'INSUFFICIENT_POWER', 'failed'],
  [9, 'DRIVER_NOT_LOADED', 'restart'],
  [10, 'TIMEOUT', 'failed'],
  [11, 'IRQ_ISSUE', 'failed'],
  [12, 'LIBRARY_NOT_FOUND', 'restart'],
  [13, 'FUNCTION_NOT_FOUND', 'absent'],
  [14, 'CORRUPTED_INFOROM', 'failed'],
  [15, 'GPU_IS_LOST', 'lost'],
  [16, 'RESET_REQUIRED', 'lost'],
  [17, 'OPERATING_SYSTEM', 'failed'],
  [18, 'LIB_RM_VERSION_MISMATCH', 'restart'],
  [19, 'IN_USE', 'failed'],
  [20, 'MEMORY', 'failed'],
  [21, 'NO_DATA', 'absent'],
  [22, 'VGPU_ECC_NOT_SUPPORTED', 'absent'],
  [23, 'INSUFFICIENT_RESOURCES', 'failed'],
  [24, 'FREQ_NOT_SUPPORTED', 'absent'],
  [25, 'ARGUMENT_VERSION_MISMATCH', 'absent'],
  [26, 'DEPRECATED', 'absent'],
  [27, 'NOT_READY', 'failed'],
  [28, 'GPU_NOT_FOUND', 'lost'],
  [29, 'INVALID_STATE', 'failed'],
  [30, 'RESET_TYPE_NOT_SUPPORTED', 'failed'],
  [999, 'UNKNOWN', 'failed'],
];

const ERRORS: ReadonlyMap<number, NvmlError> = new Map(
  RETURNS.map(([number, code, kind]) => [number, { ok: false, code: `NVML_ERROR_${code}`, kind }]),
);

/** nvmlReturn_t of a call that went well, and of the ones that are answered by asking again. */
export const SUCCESS = 0;
export const INSUFFICIENT_SIZE = 7;
export const TIMEOUT = 10;

export const success = <Value>(value: Value): NvmlResult<Value> => ({ ok: true, value });

/** What a return value other than NVML_SUCCESS means; a value of later drivers is told by its number. */
export const errorOf = (code: number): NvmlError =>
  ERRORS.get(code) ?? { ok: false, code: `NVML_ERROR_${code}`, kind: 'failed' };
