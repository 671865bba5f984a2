import type { Capacity, Claim, DeviceRef, HolderReport } from '@gpuscope/aggregation';
import { isGpuResource } from '@gpuscope/aggregation';
import { looksLikeGpuId, parseDeviceId } from './deviceId.js';
import type {
  ClaimDevice,
  ContainerDevices,
  ContainerResources,
  PodResources,
} from './messages.js';

/** Drivers of dynamic resource allocation whose devices are NVIDIA's GPUs. */
const GPU_DRIVERS: ReadonlySet<string> = new Set(['gpu.nvidia.com']);

interface Found {
  readonly claims: Claim[];
  readonly unknownResources: Map<string, number>;
  readonly unreadableIds: string[];
}

/**
 * What the kubelet's answers say of GPUs.
 *
 * A device that nobody mentions counts as free only where the kubelet offers GPUs at all and every held one was
 * understood: what could not be read may be any device.
 *
 * @param allocatable undefined where the kubelet can't list what it offers: a device that it does not name may be free
 *   or not there at all
 * @param resources names that count as GPUs, as in gpuscope.yaml
 */
export function toReport(
  pods: readonly PodResources[],
  allocatable: readonly ContainerDevices[] | undefined,
  resources: readonly string[],
): HolderReport {
  const found: Found = { claims: [], unknownResources: new Map(), unreadableIds: [] };
  for (const pod of pods) {
    for (const container of pod.containers) readContainer(pod, container, resources, found);
  }
  const capacities = capacitiesOf(allocatable ?? [], resources);
  const understood = found.unknownResources.size === 0 && found.unreadableIds.length === 0;
  return {
    source: 'podResources',
    ...found,
    capacities,
    silentMeansFree: capacities.length > 0 && understood,
  };
}

function readContainer(
  { namespace, name }: PodResources,
  container: ContainerResources,
  resources: readonly string[],
  found: Found,
): void {
  const holder = { kind: 'pod' as const, namespace, pod: name, container: container.name };
  const claim = (device: DeviceRef, replicas: number, resource: string): void => {
    found.claims.push({ device, holder, replicas, resource });
  };
  for (const [resource, ids] of idsByResource(container.devices)) {
    if (!isGpuResource(resources, resource)) {
      countUnknown(resource, ids, found.unknownResources);
      continue;
    }
    const { devices, unreadable } = tokensOf(ids);
    found.unreadableIds.push(...unreadable);
    for (const { ref, tokens } of devices) claim(ref, tokens, resource);
  }
  for (const device of container.claimDevices.filter(({ driver }) => GPU_DRIVERS.has(driver))) {
    const ref = refOfClaim(device);
    if (ref === undefined) found.unreadableIds.push(`${device.pool}/${device.device}`);
    else claim(ref, 1, device.driver);
  }
}

/** One resource may come in several entries, and one id in several of them: once per NUMA node. */
function idsByResource(entries: readonly ContainerDevices[]): Map<string, Set<string>> {
  const byResource = new Map<string, Set<string>>();
  for (const { resourceName, deviceIds } of entries) {
    const ids = byResource.get(resourceName) ?? new Set();
    byResource.set(resourceName, ids);
    for (const id of deviceIds) ids.add(id);
  }
  return byResource;
}

/** A resource that nobody told us of but whose ids look like a GPU's. */
function countUnknown(resource: string, ids: Iterable<string>, unknown: Map<string, number>): void {
  const gpus = [...ids].filter(looksLikeGpuId).length;
  if (gpus > 0) unknown.set(resource, (unknown.get(resource) ?? 0) + gpus);
}

interface Tokens {
  readonly devices: readonly { readonly ref: DeviceRef; readonly tokens: number }[];
  readonly unreadable: readonly string[];
}

/** Ids counted by device: the replicas of a shared GPU are several tokens of one. */
function tokensOf(ids: Iterable<string>): Tokens {
  const devices = new Map<string, { ref: DeviceRef; tokens: number }>();
  const unreadable: string[] = [];
  for (const id of ids) {
    const parsed = parseDeviceId(id);
    if (parsed === undefined) {
      unreadable.push(id);
      continue;
    }
    const key = JSON.stringify(parsed.ref);
    devices.set(key, { ref: parsed.ref, tokens: (devices.get(key)?.tokens ?? 0) + 1 });
  }
  return { devices: [...devices.values()], unreadable };
}

/** NVIDIA's driver writes the device's uuid into the name of its CDI device. */
function refOfClaim({ cdiNames }: ClaimDevice): DeviceRef | undefined {
  for (const name of cdiNames) {
    const parsed = parseDeviceId(name.slice(name.lastIndexOf('=') + 1));
    if (parsed !== undefined) return parsed.ref;
  }
  return undefined;
}

function capacitiesOf(
  allocatable: readonly ContainerDevices[],
  resources: readonly string[],
): Capacity[] {
  return [...idsByResource(allocatable)]
    .filter(([resource]) => isGpuResource(resources, resource))
    .flatMap(([resource, ids]) =>
      tokensOf(ids).devices.map(({ ref, tokens }) => ({ device: ref, replicas: tokens, resource })),
    );
}
