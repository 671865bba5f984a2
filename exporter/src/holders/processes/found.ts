import type {
  DeviceRef,
  NvmlDevice,
  NvmlProcess,
  NvmlSnapshot,
  ProcessPlace,
} from '@gpuscope/aggregation';
import { MPS_COMMAND, placeProcess } from '@gpuscope/aggregation';

/** A process on a device, and whose it is by its own facts. */
export interface Found {
  readonly device: DeviceRef;
  /** The device as a key of maps. */
  readonly key: string;
  readonly process: NvmlProcess;
  readonly place: ProcessPlace;
  /** Bytes that the device has; absent where the driver does not tell. */
  readonly room?: number;
}

/** What can be held of a device that was looked at: the GPU, or each of its instances. */
export interface Looked {
  readonly device: DeviceRef;
  /** Whether the driver can measure the use of each process there: it can't on instances. */
  readonly measured: boolean;
  /** % of the look's window in which some kernel ran, where the driver can measure that of processes too. */
  readonly utilization?: number;
}

/** Processes and places of a look. */
export interface Look {
  readonly found: readonly Found[];
  readonly looked: readonly Looked[];
}

const instance = (uuid: string, gpuInstance: number): DeviceRef => ({
  by: 'instance',
  uuid,
  gpuInstance: String(gpuInstance),
});

/** Devices by reference, as keys of maps. */
export const refKey = (device: DeviceRef): string => JSON.stringify(device);

/** A process on a GPU with instances of which the driver tells none is somewhere on that GPU. */
function refOf({ uuid, mig }: NvmlDevice, { gpuInstance }: NvmlProcess): DeviceRef {
  return mig && gpuInstance !== undefined ? instance(uuid, gpuInstance) : { by: 'uuid', uuid };
}

/** What of a device can be held. */
export function leavesOf({ uuid, mig, instances }: NvmlDevice): DeviceRef[] {
  return mig
    ? instances.map(({ gpuInstance }) => instance(uuid, gpuInstance))
    : [{ by: 'uuid', uuid }];
}

/**
 * The MPS server holds a context for its clients and is no workload. A process is believed to be it by its name, which
 * anybody can give himself: so only where MPS is at work, and where nobody else on the device claims to be it too.
 */
function withoutServer({ mps }: NvmlDevice, processes: readonly NvmlProcess[]): NvmlProcess[] {
  const servers = processes.filter(
    ({ kind, facts }) => mps && kind !== 'mps' && facts.found && facts.command === MPS_COMMAND,
  );
  return processes.filter((one) => servers.length !== 1 || one !== servers[0]);
}

/** Memory of what a process is on. */
function roomOf({ mig, figures, instances }: NvmlDevice, { gpuInstance }: NvmlProcess) {
  const leaf = mig ? instances.find((one) => one.gpuInstance === gpuInstance)?.figures : figures;
  const room = leaf?.memoryTotal;
  return room === undefined ? {} : { room };
}

/** The processes of one device; those of one instance share their reference. */
function foundOn(device: NvmlDevice): Found[] {
  const refs = new Map<number | undefined, Pick<Found, 'device' | 'key' | 'room'>>();
  return withoutServer(device, device.processes ?? []).map((process) => {
    const ref = refOf(device, process);
    const known = refs.get(process.gpuInstance) ?? {
      device: ref,
      key: refKey(ref),
      ...roomOf(device, process),
    };
    refs.set(process.gpuInstance, known);
    return { ...known, process, place: placeProcess(process.facts) };
  });
}

function lookedAt(device: NvmlDevice): Looked[] {
  const { mig, figures } = device;
  const measured = mig ? undefined : figures.utilization;
  return leavesOf(device).map((leaf) => ({
    device: leaf,
    measured: !mig,
    ...(measured !== undefined && { utilization: measured }),
  }));
}

/** Every process of a look with its place; a device whose list the driver refused is left out. */
export function lookAt({ devices }: NvmlSnapshot): Look {
  const listed = devices.filter(({ processes }) => processes !== undefined);
  return {
    found: listed.flatMap(foundOn),
    looked: listed.flatMap(lookedAt),
  };
}
