import type { NvmlLibrary } from '../library/library.js';
import { errorOf, success, type NvmlError, type NvmlResult } from '../library/result.js';

/** By nvmlReturn_t. */
export const FAILURES = {
  uninitialized: errorOf(1),
  invalidArgument: errorOf(2),
  notSupported: errorOf(3),
  noPermission: errorOf(4),
  notFound: errorOf(6),
  driverNotLoaded: errorOf(9),
  lost: errorOf(15),
  unknown: errorOf(999),
} as const satisfies Record<string, NvmlError>;

const none = (): NvmlError => FAILURES.notSupported;

/** A driver that supports nothing but what is given. */
export const fakeNvml = (has: Partial<NvmlLibrary>): NvmlLibrary => ({
  init: () => success(undefined),
  driverVersion: none,
  deviceCount: none,
  device: none,
  number: none,
  text: none,
  pciBusId: none,
  migMode: none,
  migDevice: none,
  attributes: none,
  memory: none,
  remappedRows: none,
  processes: none,
  processUtilization: none,
  utilizationSamples: none,
  fieldValues: none,
  gpmSupported: none,
  gpmAlloc: none,
  gpmFree: () => success(undefined),
  gpmSample: none,
  gpmMetrics: none,
  eventSetCreate: none,
  eventSetFree: () => success(undefined),
  registerXids: none,
  waitForXid: () => Promise.resolve(FAILURES.notSupported),
  close: () => Promise.resolve(),
  ...has,
});

/**
 * Answers `number` from a table; what is not in it is not supported.
 *
 * @param table by name and selectors: `nvmlDeviceGetClockInfo 1`
 */
export const numbers =
  (table: Readonly<Record<string, number | NvmlError>>): NvmlLibrary['number'] =>
  (call, _device, ...selectors): NvmlResult<number> => {
    const found = table[[call, ...selectors].join(' ')];
    if (found === undefined) return FAILURES.notSupported;
    return typeof found === 'number' ? success(found) : found;
  };

/** Answers `fieldValues` from a table of fields; what is not in it is not supported. */
export const fields =
  (table: Readonly<Record<number, number | NvmlError>>): NvmlLibrary['fieldValues'] =>
  (_device, queries) =>
    success(
      queries.map(({ field }) => {
        const found = table[field];
        if (found === undefined) return FAILURES.notSupported;
        return typeof found === 'number' ? success(found) : found;
      }),
    );
