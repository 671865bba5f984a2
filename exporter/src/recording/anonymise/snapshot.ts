import type { NvmlDevice, NvmlSnapshot } from '@gpuscope/aggregation';
import { anonymousFacts } from './cgroup.js';
import type { Pseudonyms } from './pseudonyms.js';

function anonymousDevice(device: NvmlDevice, pseudonyms: Pseudonyms): NvmlDevice {
  const { index, uuid, minor, name, pciBusId, mig, figures, instances, processes, mps, failures } =
    device;
  return {
    index,
    uuid: pseudonyms.name(uuid),
    ...(minor !== undefined && { minor }),
    name,
    pciBusId: pseudonyms.name(pciBusId),
    mig,
    figures,
    instances: instances.map((instance) => ({
      gpuInstance: instance.gpuInstance,
      uuid: pseudonyms.name(instance.uuid),
      ...(instance.otherUuids !== undefined && {
        otherUuids: instance.otherUuids.map((uuid) => pseudonyms.name(uuid)),
      }),
      profile: instance.profile,
      figures: instance.figures,
    })),
    ...(processes !== undefined && {
      processes: processes.map(({ facts, ...process }) => ({
        ...process,
        facts: anonymousFacts(facts, pseudonyms),
      })),
    }),
    mps,
    failures,
  };
}

/** A look at NVML without names; models, versions and figures stay. Fields of a later version are left out. */
export function anonymousSnapshot(snapshot: NvmlSnapshot, pseudonyms: Pseudonyms): NvmlSnapshot {
  const { atMs, windowMs, session, driverVersion, devices, lost, xids, seesProcesses } = snapshot;
  return {
    atMs,
    windowMs,
    session: pseudonyms.name(session),
    driverVersion,
    devices: devices.map((device) => anonymousDevice(device, pseudonyms)),
    lost: lost.map(({ index, uuid, pciBusId, code }) => ({
      index,
      uuid: pseudonyms.name(uuid),
      pciBusId: pseudonyms.name(pciBusId),
      code,
    })),
    ...(xids !== undefined && {
      xids: xids.map((xid) => ({ ...xid, uuid: pseudonyms.name(xid.uuid) })),
    }),
    seesProcesses,
  };
}
