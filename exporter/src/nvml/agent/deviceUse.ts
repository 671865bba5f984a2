import type { NvmlProcess } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { NvmlResult } from '../library/result.js';
import type { MigInstance } from '../read/mig.js';
import { readProcesses } from '../read/processes.js';
import type { Reading } from '../read/reading.js';
import type { ProcessBook } from './processes/book.js';
import { createProcessRoll } from './processes/roll.js';
import { createDeviceMean } from './windows/deviceMean.js';
import { createProcessMeans } from './windows/processMeans.js';

/** Now, by both clocks. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Milliseconds of a clock that does not jump. */
  readonly monotonicMs: number;
}

/** What happened on a device within a window. */
export interface DeviceUseWindow {
  /** %; absent where the driver has no samples. */
  readonly utilization?: number;
  /** Absent where the driver gives no list. */
  readonly processes?: readonly NvmlProcess[];
  readonly mps: boolean;
}

/** Follows who uses a device how much, from poll to poll. */
export interface DeviceUse {
  poll(reading: Reading, instances: readonly MigInstance[], moment: Moment): void;
  cut(): DeviceUseWindow;
  /** The wall clock was set. */
  rebase(): void;
}

const US_PER_MS = 1000;

/** Samples of a call; undefined where the chip or the driver has none of the kind, empty after a failure. */
function samplesOf<Sample>(
  reading: Reading,
  call: string,
  ask: () => NvmlResult<readonly Sample[]>,
): readonly Sample[] | undefined {
  let isAbsent = false;
  const samples = reading.take(call, () => {
    const result = ask();
    isAbsent = !result.ok && result.kind === 'absent';
    return result;
  });
  return isAbsent ? undefined : (samples ?? []);
}

export function createDeviceUse(nvml: NvmlLibrary, gpu: NvmlHandle, book: ProcessBook): DeviceUse {
  const mean = createDeviceMean();
  const means = createProcessMeans();
  const roll = createProcessRoll(book);
  let percent: ReadonlyMap<string, number> | undefined;

  function pollSamples(reading: Reading, { nowMs, monotonicMs }: Moment): void {
    const nowUs = nowMs * US_PER_MS;
    const own = samplesOf(reading, 'nvmlDeviceGetSamples', () =>
      nvml.utilizationSamples(gpu, mean.newest),
    );
    const device = own === undefined ? undefined : mean.add(own, nowUs);
    const samples = samplesOf(reading, 'nvmlDeviceGetProcessUtilization', () =>
      nvml.processUtilization(gpu, means.since(device)),
    );
    if (samples === undefined) {
      percent = undefined;
      return;
    }
    percent ??= new Map();
    const poll = { samples, device, nowUs, monotonicUs: monotonicMs * US_PER_MS };
    means.add(poll, (pid) => roll.keyOf(pid));
  }

  return {
    poll(reading, instances, moment) {
      // The list comes first: a process that has samples only is one that is gone.
      roll.list(readProcesses(nvml, reading, gpu, instances));
      pollSamples(reading, moment);
    },
    cut() {
      const utilization = mean.cut();
      const window = means.cut();
      // Where the driver's time stood still, what was known holds.
      if (percent !== undefined && window !== undefined) ({ percent } = window);
      const { mps } = roll;
      const processes = roll.cut(percent);
      return {
        mps,
        ...(utilization !== undefined && { utilization }),
        ...(processes !== undefined && { processes }),
      };
    },
    rebase() {
      mean.rebase();
      means.rebase();
    },
  };
}
