import { errorOf, SUCCESS, success, type NvmlResult } from './result.js';

/** How NVML marks a figure that is not there: all bits set (NVML_VALUE_NOT_AVAILABLE). */
const NONE_32 = 0xffffffff;
const NONE_64 = 0xffffffffffffffffn;

const NOT_SUPPORTED = errorOf(3);

/** An unsigned int that was written; undefined where it is marked as not available. */
export function readUint32(buffer: Buffer, at = 0): number | undefined {
  const value = buffer.readUInt32LE(at);
  return value === NONE_32 ? undefined : value;
}

/** An unsigned long long; beyond 2^53 its last digits are lost. */
export function readUint64(buffer: Buffer, at = 0): number | undefined {
  const value = buffer.readBigUInt64LE(at);
  return value === NONE_64 ? undefined : Number(value);
}

/** What was read, or NVML_ERROR_NOT_SUPPORTED where nothing is available. */
const available = <Value>(value: Value | undefined): NvmlResult<Value> =>
  value === undefined ? NOT_SUPPORTED : success(value);

/** Reads the answer of a call that went well. */
export function answer<Value>(returned: number, read: () => Value | undefined): NvmlResult<Value> {
  return returned === SUCCESS ? available(read()) : errorOf(returned);
}

/** The answer of a call that only does something. */
export const done = (returned: number): NvmlResult<undefined> =>
  returned === SUCCESS ? success(undefined) : errorOf(returned);

/** By nvmlValueType_t: double, unsigned int, unsigned long, unsigned long long, long long, int, unsigned short. */
const UNION: readonly ((buffer: Buffer, at: number) => number | undefined)[] = [
  (buffer, at) => buffer.readDoubleLE(at),
  readUint32,
  readUint64,
  readUint64,
  (buffer, at) => Number(buffer.readBigInt64LE(at)),
  (buffer, at) => buffer.readInt32LE(at),
  (buffer, at) => buffer.readUInt16LE(at),
];

/** nvmlValue_t, a union of 8 bytes; undefined where the type is not known or the value is not available. */
export const readValue = (buffer: Buffer, at: number, type: number): number | undefined =>
  UNION[type]?.(buffer, at);
