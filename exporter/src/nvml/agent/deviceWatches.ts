import type { NvmlDevice, NvmlLostDevice } from '@gpuscope/aggregation';
import type { NvmlLibrary } from '../library/library.js';
import type { NvmlError } from '../library/result.js';
import type { DeviceIdentity, DeviceList } from '../read/devices.js';
import { listDevices } from '../read/devices.js';
import type { Moment } from './deviceUse.js';
import type { DeviceWatch } from './deviceWatch.js';
import { isError, watchDevice } from './deviceWatch.js';
import type { ProcessBook } from './processes/book.js';

/** All devices at one look. */
export interface DevicesLook {
  readonly devices: readonly NvmlDevice[];
  readonly lost: readonly NvmlLostDevice[];
}

/** The library no longer fits the driver: NVML has to be started anew. */
export class RestartNeeded extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Follows all devices; one that is lost does not keep the others from being looked at. */
export interface DeviceWatches {
  /** Those that answered at the last look. */
  readonly identities: readonly DeviceIdentity[];
  /** @throws RestartNeeded */
  poll(moment: Moment): void;
  /** @throws RestartNeeded */
  look(moment: Moment): DevicesLook;
  /** The wall clock was set. */
  rebase(): void;
}

const lostDevice = ({ index, uuid, pciBusId }: DeviceIdentity, code: string): NvmlLostDevice => ({
  index,
  uuid,
  pciBusId,
  code,
});

function refuseRestart(error: NvmlError): void {
  if (error.kind === 'restart') throw new RestartNeeded(error.code);
}

export function watchDevices(nvml: NvmlLibrary, book: ProcessBook): DeviceWatches {
  /** By handle: a device that comes back under another one begins anew. */
  const watches = new Map<bigint, DeviceWatch>();
  let known: readonly DeviceIdentity[] = [];

  function list(): DeviceList {
    const listed = listDevices(nvml, known);
    if (!listed.ok) throw new RestartNeeded(listed.code);
    const { devices, lost } = listed.value;
    const indices = new Set(devices.map(({ index }) => index));
    // What is lost now may be asked for its name for as long as NVML runs.
    known = [...devices, ...known.filter(({ index }) => !indices.has(index))];
    return { devices, lost };
  }

  function drop(watch: DeviceWatch): void {
    watch.close();
    watches.delete(watch.identity.handle);
  }

  function dropGone(devices: readonly DeviceIdentity[]): void {
    const handles = new Set(devices.map(({ handle }) => handle));
    for (const watch of watches.values()) if (!handles.has(watch.identity.handle)) drop(watch);
  }

  function watchOf(identity: DeviceIdentity): DeviceWatch {
    const watch = watches.get(identity.handle);
    if (watch?.identity.uuid === identity.uuid) return watch;
    if (watch !== undefined) drop(watch);
    const made = watchDevice(nvml, identity, book);
    watches.set(identity.handle, made);
    return made;
  }

  return {
    get identities() {
      return [...watches.values()].map(({ identity }) => identity);
    },
    poll(moment) {
      for (const watch of watches.values()) {
        const error = watch.poll(moment);
        if (error !== undefined) refuseRestart(error);
      }
    },
    look(moment) {
      const listed = list();
      dropGone(listed.devices);
      const devices: NvmlDevice[] = [];
      const lost: NvmlLostDevice[] = [...listed.lost];
      for (const identity of listed.devices) {
        const watch = watchOf(identity);
        const answer = watch.look(moment);
        if (!isError(answer)) {
          devices.push(answer);
          continue;
        }
        refuseRestart(answer);
        lost.push(lostDevice(identity, answer.code));
        drop(watch);
      }
      return { devices, lost: lost.sort((a, b) => a.index - b.index) };
    },
    rebase() {
      for (const watch of watches.values()) watch.rebase();
    },
  };
}
