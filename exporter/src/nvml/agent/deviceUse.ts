import type { NvmlProcess } from '@gpuscope/aggregation';
import type { NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { NvmlResult } from '../library/result.js';
import type { MigInstance } from '../read/mig.js';
import { readProcesses } from '../read/processes.js';
import type { Reading } from '../read/reading.js';
import type { ProcessBook } from './processes/book.js';
import { createProcessRoll } from './processes/roll.js';
import type { Stretch } from './windows/deviceMean.js';
import { createDeviceMean } from './windows/deviceMean.js';
import { createPolledMean } from './windows/polledMean.js';
import { createProcessMeans } from './windows/processMeans.js';
import { createStandstill } from './windows/standstill.js';
import { joinStretches } from './windows/stretch.js';

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
  /** Ends the window. */
  cut(moment: Moment): DeviceUseWindow;
  /** The wall clock was set. */
  rebase(): void;
}

const US_PER_MS = 1000;

/** Where the driver's time stands still for longer than this, what was known before says nothing any more. */
const HOLDS_MS = 2_000;

/** Samples of a call, or why there are none: the chip or the driver has none of the kind, or the call failed. */
type Told<Sample> = readonly Sample[] | 'absent' | 'failed';

function samplesOf<Sample>(
  reading: Reading,
  call: string,
  ask: () => NvmlResult<readonly Sample[]>,
): Told<Sample> {
  let why: 'absent' | 'failed' = 'failed';
  const samples = reading.take(call, () => {
    const result = ask();
    if (!result.ok && result.kind === 'absent') why = 'absent';
    return result;
  });
  return samples ?? why;
}

/** The time that a device's own samples tell of; `waiting` where there should be some and none has come yet. */
type OwnTime = Stretch | 'waiting' | undefined;

/** What a device did, question by question. */
function createDeviceSamples(nvml: NvmlLibrary, gpu: NvmlHandle) {
  const mean = createDeviceMean();
  const polled = createPolledMean();
  let known: { readonly percent: number; readonly atMs: number } | undefined;
  return {
    /** What time the new samples stand for; undefined where there are none of the kind, or the call failed. */
    poll(reading: Reading, { nowMs, monotonicMs }: Moment): OwnTime {
      const told = samplesOf(reading, 'nvmlDeviceGetSamples', () =>
        nvml.utilizationSamples(gpu, mean.newest),
      );
      if (typeof told !== 'string') return mean.add(told, nowMs * US_PER_MS) ?? 'waiting';
      const call = 'nvmlDeviceGetUtilizationRates';
      const newest = reading.take(call, () => nvml.number(call, gpu));
      if (newest !== undefined) polled.add(newest, monotonicMs * US_PER_MS);
      return undefined;
    },
    /** % of the window; where the driver's time stood still for a moment, what was known holds. */
    cut(atMs: number): number | undefined {
      const polls = polled.cut();
      const percent = mean.cut() ?? polls;
      if (percent !== undefined) known = { percent, atMs };
      if (known !== undefined && atMs - known.atMs > HOLDS_MS) known = undefined;
      return known?.percent;
    },
    rebase: () => mean.rebase(),
  };
}

/** What its processes did, question by question. */
function createProcessSamples(nvml: NvmlLibrary, gpu: NvmlHandle, keyOf: (pid: number) => string) {
  const means = createProcessMeans();
  /** The device's time of questions that failed: the next that is answered is about it too. */
  let unanswered: Stretch | undefined;
  let isTold = false;
  let known: { readonly percent: ReadonlyMap<string, number>; readonly atMs: number } | undefined;
  return {
    poll(reading: Reading, own: OwnTime, { nowMs, monotonicMs }: Moment): void {
      const device = joinStretches(unanswered, own === 'waiting' ? undefined : own);
      const samples = samplesOf(reading, 'nvmlDeviceGetProcessUtilization', () =>
        nvml.processUtilization(gpu, means.since(device)),
      );
      unanswered = samples === 'failed' ? device : undefined;
      if (typeof samples === 'string') return;
      // Nothing of the device and nothing of its processes: that is no idle device, as it would have samples of that.
      if (own === 'waiting' && samples.length === 0) return;
      isTold = true;
      const [nowUs, monotonicUs] = [nowMs * US_PER_MS, monotonicMs * US_PER_MS];
      means.add({ samples, device, nowUs, monotonicUs }, keyOf);
    },
    /** % by key; undefined where the driver did not tell within the window. */
    cut(atMs: number): ReadonlyMap<string, number> | undefined {
      const window = means.cut();
      if (window !== undefined) known = { percent: window.percent, atMs };
      // Where the driver's time stood still for a moment, what was known holds.
      if (!isTold || (known !== undefined && atMs - known.atMs > HOLDS_MS)) known = undefined;
      isTold = false;
      unanswered = undefined;
      return known?.percent;
    },
    rebase() {
      means.rebase();
      unanswered = undefined;
    },
  };
}

export function createDeviceUse(nvml: NvmlLibrary, gpu: NvmlHandle, book: ProcessBook): DeviceUse {
  const roll = createProcessRoll(book);
  const device = createDeviceSamples(nvml, gpu);
  const processes = createProcessSamples(nvml, gpu, (pid) => roll.keyOf(pid));
  const standstill = createStandstill();

  function rebase(): void {
    device.rebase();
    processes.rebase();
  }

  return {
    poll(reading, instances, moment) {
      // The list comes first: a process that has samples only is one that is gone.
      roll.list(readProcesses(nvml, reading, gpu, instances));
      const time = device.poll(reading, moment);
      processes.poll(reading, time, moment);
      const to = time === 'waiting' ? undefined : time?.to;
      if (standstill.isStuck(to, moment.monotonicMs)) rebase();
    },
    cut({ monotonicMs }) {
      const utilization = device.cut(monotonicMs);
      const { mps } = roll;
      const listed = roll.cut(processes.cut(monotonicMs));
      return {
        mps,
        ...(utilization !== undefined && { utilization }),
        ...(listed !== undefined && { processes: listed }),
      };
    },
    rebase,
  };
}
