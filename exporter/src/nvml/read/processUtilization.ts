import type { NvmlHandle, NvmlLibrary, NvmlProcessSample } from '../library/library.js';
import type { Reading } from './reading.js';

/** Asks for the driver's samples of what processes did, each once. */
export interface ProcessUtilization {
  /**
   * Samples since the last poll, from old to new; empty where all were idle, and at the first poll. Undefined where the
   * driver can't tell: with MIG, on old chips, or when the call failed.
   */
  poll(reading: Reading): readonly NvmlProcessSample[] | undefined;
}

const CALL = 'nvmlDeviceGetProcessUtilization';

export function createProcessUtilization(nvml: NvmlLibrary, gpu: NvmlHandle): ProcessUtilization {
  let last: number | undefined;
  return {
    poll(reading) {
      const since = last ?? 0;
      const isFirst = last === undefined;
      const samples = reading.take(CALL, () => nvml.processUtilization(gpu, since));
      if (samples === undefined) return undefined;
      last = samples.reduce((newest, { timeStamp }) => Math.max(newest, timeStamp), since);
      if (isFirst) return [];
      return samples
        .filter(({ timeStamp }) => timeStamp > since)
        .sort((a, b) => a.timeStamp - b.timeStamp);
    },
  };
}
