import { randomUUID } from 'node:crypto';
import type { NvmlSnapshot } from '@gpuscope/aggregation';
import type { Clock } from '../../clock.js';
import type { NvmlLibrary } from '../library/library.js';
import type { DeviceIdentity } from '../read/devices.js';
import type { XidWatch } from '../read/xids.js';
import type { Moment } from './deviceUse.js';
import { RestartNeeded, watchDevices } from './deviceWatches.js';
import type { ProcessBook } from './processes/book.js';
import { createXidCounter } from './xidCounter.js';

/** What NVML tells from its start to its end. */
export interface NvmlSession {
  /**
   * Collects what the driver keeps for a short time only; to be called often.
   * @throws RestartNeeded
   */
  poll(): void;
  /**
   * All that is known, and what happened since the look before.
   * @throws RestartNeeded
   */
  look(): NvmlSnapshot;
}

export interface SessionParts {
  /** Started. */
  readonly nvml: NvmlLibrary;
  readonly book: ProcessBook;
  readonly watchXids: (devices: readonly DeviceIdentity[]) => XidWatch;
  /** Whether the machine's processes can be seen from here. */
  readonly seesProcesses: () => boolean;
  readonly clock: Clock;
}

/** Wall clock and monotonic clock part a little all the time; by this much, somebody has set the one. */
const JUMP_MS = 1_000;

/** Tells when the wall clock was set. */
function createJumpDetector() {
  let last: number | undefined;
  return ({ nowMs, monotonicMs }: Moment): boolean => {
    const apart = nowMs - monotonicMs;
    const jumped = last !== undefined && Math.abs(apart - last) > JUMP_MS;
    last = apart;
    return jumped;
  };
}

/** Begins with a look of its own, so that the first window starts here. */
export function startSession(parts: SessionParts): NvmlSession {
  const { nvml, book, watchXids, seesProcesses, clock } = parts;
  const id = randomUUID();
  const devices = watchDevices(nvml, book);
  const xids = createXidCounter(watchXids);
  const hasJumped = createJumpDetector();
  let lastMs = clock.monotonicMs();

  function moment(): Moment {
    const now = { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs() };
    if (hasJumped(now)) devices.rebase();
    return now;
  }

  function look(): NvmlSnapshot {
    const { ended } = xids;
    if (ended?.kind === 'restart') throw new RestartNeeded(ended.code);
    const now = moment();
    book.renew();
    const looked = devices.look(now);
    book.endPoll();
    book.endWindow();
    xids.hear(devices.identities);
    const driver = nvml.driverVersion();
    const counts = xids.counts();
    const windowMs = now.monotonicMs - lastMs;
    lastMs = now.monotonicMs;
    return {
      atMs: now.nowMs,
      windowMs,
      session: id,
      driverVersion: driver.ok ? driver.value : '',
      ...looked,
      ...(counts !== undefined && { xids: counts }),
      seesProcesses: seesProcesses(),
    };
  }

  look();
  return {
    look,
    poll() {
      devices.poll(moment());
      book.endPoll();
    },
  };
}
