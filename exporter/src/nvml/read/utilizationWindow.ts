import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { Reading } from './reading.js';

/** Collects what the driver sampled of a GPU's utilisation between two looks. */
export interface UtilizationWindow {
  /** To be called often enough that the driver's ring (some seconds) does not run over. */
  poll(reading: Reading): void;
  /** The mean in % since the last `take`; undefined where nothing was sampled. */
  take(): number | undefined;
}

const CALL = 'nvmlDeviceGetSamples';

/** The first poll only finds out where the driver's ring stands: what lies in it was before the window. */
export function createUtilizationWindow(nvml: NvmlLibrary, gpu: NvmlHandle): UtilizationWindow {
  let last: number | undefined;
  let sum = 0;
  let count = 0;
  return {
    poll(reading) {
      const since = last ?? 0;
      const samples = reading.take(CALL, () => nvml.utilizationSamples(gpu, since));
      if (samples === undefined) return;
      for (const { timeStamp, value } of samples) {
        // Rings of some drivers hold samples that were asked for before.
        if (last === undefined || timeStamp <= since) continue;
        sum += value;
        count++;
      }
      last = samples.reduce((newest, { timeStamp }) => Math.max(newest, timeStamp), since);
    },
    take() {
      const mean = count === 0 ? undefined : sum / count;
      sum = 0;
      count = 0;
      return mean;
    },
  };
}
