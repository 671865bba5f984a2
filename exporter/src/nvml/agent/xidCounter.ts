import type { NvmlXid } from '@gpuscope/aggregation';
import type { NvmlError } from '../library/result.js';
import type { DeviceIdentity } from '../read/devices.js';
import type { XidWatch } from '../read/xids.js';

/** Counts XIDs for as long as NVML runs, whatever devices come and go meanwhile. */
export interface XidCounter {
  /** Hears these devices, and those that were named before. */
  hear(devices: readonly DeviceIdentity[]): void;
  /** Undefined where the driver gives no events. */
  counts(): readonly NvmlXid[] | undefined;
  /** Why nothing is heard any more. */
  readonly ended: NvmlError | undefined;
}

/** Counts of one after the other, added up. */
export function addXids(all: readonly (readonly NvmlXid[])[]): NvmlXid[] {
  const sums = new Map<string, NvmlXid>();
  for (const { uuid, xid, count, lastMs } of all.flat()) {
    const key = `${uuid} ${xid}`;
    const sum = sums.get(key) ?? { count: 0, lastMs };
    sums.set(key, {
      uuid,
      xid,
      count: sum.count + count,
      lastMs: Math.max(sum.lastMs, lastMs),
    });
  }
  return [...sums.values()];
}

/**
 * A device that is lost stays in the watch, as that is what its last XID tells of. One that is new, or has come back under
 * another handle, needs a new watch: the driver knows one wait at a time, so the old one ends first.
 *
 * @param start begins a watch
 */
export function createXidCounter(
  start: (devices: readonly DeviceIdentity[]) => XidWatch,
): XidCounter {
  let heard: ReadonlySet<bigint> = new Set();
  let watch: XidWatch | undefined;
  let before: readonly NvmlXid[] = [];
  let wanted: readonly DeviceIdentity[] = [];
  let isChanging = false;

  async function change(): Promise<void> {
    isChanging = true;
    if (watch !== undefined) {
      await watch.stop();
      before = addXids([before, watch.counts() ?? []]);
    }
    heard = new Set(wanted.map(({ handle }) => handle));
    watch = start(wanted);
    isChanging = false;
  }

  return {
    hear(devices) {
      wanted = devices;
      if (isChanging || devices.every(({ handle }) => heard.has(handle))) return;
      void change();
    },
    counts() {
      const own = watch?.counts();
      if (own === undefined && before.length === 0) return undefined;
      return addXids([before, own ?? []]);
    },
    get ended() {
      return watch?.ended;
    },
  };
}
