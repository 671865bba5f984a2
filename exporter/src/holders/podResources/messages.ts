import { BinaryReader } from '@bufbuild/protobuf/wire';

/** Devices of one resource, as the kubelet names them. */
export interface ContainerDevices {
  readonly resourceName: string;
  readonly deviceIds: readonly string[];
}

/** A device given by dynamic resource allocation. */
export interface ClaimDevice {
  readonly claim: string;
  readonly driver: string;
  readonly pool: string;
  readonly device: string;
  /** Such as `k8s.gpu.nvidia.com/device=GPU-…`. */
  readonly cdiNames: readonly string[];
}

export interface ContainerResources {
  readonly name: string;
  readonly devices: readonly ContainerDevices[];
  readonly claimDevices: readonly ClaimDevice[];
}

export interface PodResources {
  readonly namespace: string;
  readonly name: string;
  readonly containers: readonly ContainerResources[];
}

/** What to do with a field of a message, by its number; other fields are skipped. */
type Fields = Readonly<Record<number, (reader: BinaryReader) => void>>;

function read(bytes: Uint8Array, fields: Fields): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    const field = fields[number];
    if (field === undefined) reader.skip(wireType, number);
    else field(reader);
  }
}

// Field numbers: k8s.io/kubelet, pkg/apis/podresources/v1/api.proto.

/** The answer of `List`. Throws when the bytes are no such message. */
export function readList(bytes: Uint8Array): PodResources[] {
  const pods: PodResources[] = [];
  read(bytes, { 1: (reader) => pods.push(readPod(reader.bytes())) });
  return pods;
}

/** The devices in the answer of `GetAllocatableResources`. */
export function readAllocatable(bytes: Uint8Array): ContainerDevices[] {
  const devices: ContainerDevices[] = [];
  read(bytes, { 1: (reader) => devices.push(readDevices(reader.bytes())) });
  return devices;
}

function readPod(bytes: Uint8Array): PodResources {
  const containers: ContainerResources[] = [];
  let name = '';
  let namespace = '';
  read(bytes, {
    1: (reader) => (name = reader.string()),
    2: (reader) => (namespace = reader.string()),
    3: (reader) => containers.push(readContainer(reader.bytes())),
  });
  return { name, namespace, containers };
}

function readContainer(bytes: Uint8Array): ContainerResources {
  const devices: ContainerDevices[] = [];
  const claimDevices: ClaimDevice[] = [];
  let name = '';
  read(bytes, {
    1: (reader) => (name = reader.string()),
    2: (reader) => devices.push(readDevices(reader.bytes())),
    5: (reader) => claimDevices.push(...readDynamic(reader.bytes())),
  });
  return { name, devices, claimDevices };
}

function readDevices(bytes: Uint8Array): ContainerDevices {
  const deviceIds: string[] = [];
  let resourceName = '';
  read(bytes, {
    1: (reader) => (resourceName = reader.string()),
    2: (reader) => deviceIds.push(reader.string()),
  });
  return { resourceName, deviceIds };
}

function readDynamic(bytes: Uint8Array): ClaimDevice[] {
  const devices: Omit<ClaimDevice, 'claim'>[] = [];
  let claim = '';
  read(bytes, {
    2: (reader) => (claim = reader.string()),
    4: (reader) => devices.push(readClaimDevice(reader.bytes())),
  });
  return devices.map((device) => ({ ...device, claim }));
}

function readClaimDevice(bytes: Uint8Array): Omit<ClaimDevice, 'claim'> {
  const cdiNames: string[] = [];
  let driver = '';
  let pool = '';
  let device = '';
  read(bytes, {
    1: (reader) => read(reader.bytes(), { 1: (cdi) => cdiNames.push(cdi.string()) }),
    2: (reader) => (driver = reader.string()),
    3: (reader) => (pool = reader.string()),
    4: (reader) => (device = reader.string()),
  });
  return { driver, pool, device, cdiNames };
}
