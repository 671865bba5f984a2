import type { NvmlDevice, NvmlFailure, NvmlInstance } from '@gpuscope/aggregation';
import type { NvmlLibrary } from '../library/library.js';
import type { NvmlError } from '../library/result.js';
import type { DeviceIdentity } from '../read/devices.js';
import type { MigInstance, MigLayout } from '../read/mig.js';
import { readMig } from '../read/mig.js';
import type { Reading } from '../read/reading.js';
import { createReading } from '../read/reading.js';
import { createDeviceFigures } from './deviceFigures.js';
import type { Moment } from './deviceUse.js';
import { createDeviceUse } from './deviceUse.js';
import type { ProcessBook } from './processes/book.js';

/** Follows one device from look to look. Where it answers an error, nothing more is to be had of it. */
export interface DeviceWatch {
  readonly identity: DeviceIdentity;
  /** Collects what the driver keeps for a short time only. */
  poll(moment: Moment): NvmlError | undefined;
  /** All that is known, the window that ends now included. */
  look(moment: Moment): NvmlDevice | NvmlError;
  /** The wall clock was set. */
  rebase(): void;
  /** Frees what the library holds for it. */
  close(): void;
}

export const isError = (answer: NvmlDevice | NvmlError): answer is NvmlError => 'ok' in answer;

/** What stays of an instance without the driver's handles. */
function namesOf({
  gpuInstance,
  uuid,
  profile,
  others,
}: MigInstance): Omit<NvmlInstance, 'figures'> {
  const otherUuids = others.map((other) => other.uuid);
  return { gpuInstance, uuid, profile, ...(otherUuids.length > 0 && { otherUuids }) };
}

export function watchDevice(
  nvml: NvmlLibrary,
  identity: DeviceIdentity,
  book: ProcessBook,
): DeviceWatch {
  const { handle, ...named } = identity;
  const figures = createDeviceFigures(nvml, handle);
  const use = createDeviceUse(nvml, handle, book);
  const failures = new Map<string, NvmlFailure>();
  let layout: MigLayout = { mig: false, instances: [] };

  function note(reading: Reading): NvmlError | undefined {
    for (const failure of reading.failures) {
      failures.set(`${failure.call} ${failure.code}`, failure);
    }
    return reading.ended;
  }

  function takeFailures(): NvmlFailure[] {
    const taken = [...failures.values()];
    failures.clear();
    return taken;
  }

  return {
    identity,
    poll(moment) {
      const reading = createReading();
      use.poll(reading, layout.instances, moment);
      return note(reading);
    },
    look(moment) {
      const reading = createReading();
      // Handles of instances are void once the GPU was divided anew.
      layout = readMig(nvml, reading, handle);
      figures.keep(layout);
      use.poll(reading, layout.instances, moment);
      const board = figures.board(reading, layout, moment.monotonicMs);
      const instances = layout.instances.map((instance) => ({
        ...namesOf(instance),
        figures: figures.instance(reading, instance, moment.monotonicMs),
      }));
      const ended = note(reading);
      if (ended !== undefined) return ended;
      const { utilization, ...window } = use.cut(moment);
      return {
        ...named,
        mig: layout.mig,
        figures: { ...board, ...(utilization !== undefined && { utilization }) },
        instances,
        ...window,
        failures: takeFailures(),
      };
    },
    rebase: () => use.rebase(),
    close: () => figures.close(),
  };
}
