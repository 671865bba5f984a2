import type { NvmlXid } from '@gpuscope/aggregation';
import type { NvmlEventSet, NvmlHandle, NvmlLibrary } from '../library/library.js';
import type { NvmlError } from '../library/result.js';
import type { DeviceIdentity } from './devices.js';

/** Counts the driver's XID events while it lives. */
export interface XidWatch {
  /** XIDs since the watch began; undefined where the driver gives no events, or none any more. */
  counts(): readonly NvmlXid[] | undefined;
  /** Why the watch ended before it was stopped. */
  readonly ended: NvmlError | undefined;
  /** Ends the wait, then frees what the library holds for it; takes up to `waitMs`. */
  stop(): Promise<void>;
}

export interface XidWatchOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Longest wait for one event, and the pause after a wait that failed. */
  readonly waitMs: number;
}

/** Waits in a row that may fail before the watch gives up: a GPU that falls off the bus fails some. */
const MOST_FAILURES = 20;

const SILENT: XidWatch = {
  counts: () => undefined,
  ended: undefined,
  stop: () => Promise.resolve(),
};

/** An event set with every device that has such events; undefined where none has. */
function register(nvml: NvmlLibrary, devices: readonly DeviceIdentity[]): NvmlEventSet | undefined {
  const set = nvml.eventSetCreate();
  if (!set.ok) return undefined;
  const registered = devices.filter(({ handle }) => nvml.registerXids(handle, set.value).ok);
  if (registered.length > 0) return set.value;
  nvml.eventSetFree(set.value);
  return undefined;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Watches for critical XIDs. It never blocks: the wait is on a thread of its own. An XID of a GPU that is not among
 * `devices` is not counted.
 */
export function watchXids(
  nvml: NvmlLibrary,
  devices: readonly DeviceIdentity[],
  { now, waitMs }: XidWatchOptions,
): XidWatch {
  const set = register(nvml, devices);
  if (set === undefined) return SILENT;
  const uuids = new Map(devices.map(({ handle, uuid }) => [handle, uuid]));
  const counted = new Map<string, NvmlXid>();
  let stopped = false;
  let ended: NvmlError | undefined;

  const note = (uuid: string, xid: number): void => {
    const key = `${uuid} ${xid}`;
    const count = (counted.get(key)?.count ?? 0) + 1;
    counted.set(key, { uuid, xid, count, lastMs: now() });
  };

  /** A driver might tell of a device by another handle than the one that it was registered by. */
  const uuidOf = (handle: NvmlHandle): string | undefined => {
    const known = uuids.get(handle);
    if (known !== undefined) return known;
    const told = nvml.text('nvmlDeviceGetUUID', handle);
    return devices.find(({ uuid }) => told.ok && told.value === uuid)?.uuid;
  };

  const watch = async (): Promise<void> => {
    let failures = 0;
    while (!stopped) {
      const waited = await nvml.waitForXid(set, waitMs);
      if (waited.ok) {
        failures = 0;
        const uuid = waited.value && uuidOf(waited.value.device);
        if (waited.value !== undefined && uuid !== undefined) note(uuid, waited.value.xid);
        continue;
      }
      failures++;
      if (waited.kind === 'restart' || failures >= MOST_FAILURES) {
        ended = waited;
        return;
      }
      await pause(waitMs);
    }
  };
  const watching = watch();

  return {
    counts: () => (ended === undefined ? [...counted.values()] : undefined),
    get ended() {
      return ended;
    },
    async stop() {
      stopped = true;
      await watching;
      nvml.eventSetFree(set);
    },
  };
}
