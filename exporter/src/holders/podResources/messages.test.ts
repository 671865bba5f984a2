import fc from 'fast-check';
import protobuf from 'protobufjs';
import { readAllocatable, readList } from './messages.js';

// Names and numbers as in Kubernetes 1.35, pkg/apis/podresources/v1/api.proto, with the fields that are passed over.
const { root } = protobuf.parse(
  `syntax = "proto3";
  message ListResponse { repeated Pod pod_resources = 1; string later = 99; }
  message AllocatableResponse { repeated Devices devices = 1; repeated int64 cpu_ids = 2; repeated Memory memory = 3; }
  message Pod { string name = 1; string namespace = 2; repeated Container containers = 3; repeated int64 cpu_ids = 4; repeated Memory memory = 5; }
  message Container { string name = 1; repeated Devices devices = 2; repeated int64 cpu_ids = 3; repeated Memory memory = 4; repeated Dynamic dynamic_resources = 5; }
  message Devices { string resource_name = 1; repeated string device_ids = 2; Topology topology = 3; }
  message Memory { string memory_type = 1; uint64 size = 2; Topology topology = 3; }
  message Topology { repeated Numa nodes = 1; }
  message Numa { int64 ID = 1; }
  message Dynamic { string claim_name = 2; string claim_namespace = 3; repeated Claim claim_resources = 4; }
  message Claim { repeated Cdi cdi_devices = 1; string driver_name = 2; string pool_name = 3; string device_name = 4; optional string share_id = 5; }
  message Cdi { string name = 1; }`,
  { keepCase: false },
);

const encode = (type: string, value: object): Uint8Array =>
  root.lookupType(type).encode(root.lookupType(type).fromObject(value)).finish();

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const devices = fc.record({
  resourceName: text,
  deviceIds: fc.array(text, { maxLength: 4 }),
  topology: fc.constant({ nodes: [{ ID: 1 }, { ID: -1 }] }),
});
const claim = fc.record({
  claimName: text,
  claimNamespace: text,
  claimResources: fc.array(
    fc.record({
      cdiDevices: fc.array(fc.record({ name: text }), { maxLength: 2 }),
      driverName: text,
      poolName: text,
      deviceName: text,
      shareId: text,
    }),
    { maxLength: 2 },
  ),
});
const container = fc.record({
  name: text,
  devices: fc.array(devices, { maxLength: 3 }),
  cpuIds: fc.array(fc.nat(), { maxLength: 3 }),
  memory: fc.constant([{ memoryType: 'memory', size: 1024 }]),
  dynamicResources: fc.array(claim, { maxLength: 2 }),
});
const pod = fc.record({
  name: text,
  namespace: text,
  containers: fc.array(container, { maxLength: 3 }),
  cpuIds: fc.array(fc.nat(), { maxLength: 3 }),
});

describe('the kubelet’s messages', () => {
  it('are read as another library wrote them, whatever else they carry', () => {
    fc.assert(
      fc.property(fc.array(pod, { maxLength: 4 }), (pods) => {
        const bytes = encode('ListResponse', { podResources: pods, later: 'unknown to us' });
        expect(readList(bytes)).toEqual(
          pods.map(({ name, namespace, containers }) => ({
            name,
            namespace,
            containers: containers.map((one) => ({
              name: one.name,
              devices: one.devices.map(({ resourceName, deviceIds }) => ({
                resourceName,
                deviceIds,
              })),
              claimDevices: one.dynamicResources.flatMap(({ claimName, claimResources }) =>
                claimResources.map(({ cdiDevices, driverName, poolName, deviceName }) => ({
                  claim: claimName,
                  driver: driverName,
                  pool: poolName,
                  device: deviceName,
                  cdiNames: cdiDevices.map((cdi) => cdi.name),
                })),
              ),
            })),
          })),
        );
      }),
    );
  });

  it('tell what is on offer', () => {
    const offered = [{ resourceName: 'nvidia.com/gpu', deviceIds: ['synthetic-0', 'synthetic-1'] }];
    const bytes = encode('AllocatableResponse', { devices: offered, cpuIds: [0, 1] });
    expect(readAllocatable(bytes)).toEqual(offered);
    expect(readAllocatable(new Uint8Array())).toEqual([]);
  });

  it('are refused when they break off', () => {
    const bytes = encode('ListResponse', {
      podResources: [{ name: 'p', namespace: 'n', containers: [{ name: 'c' }] }],
    });
    expect(() => readList(bytes.subarray(0, bytes.length - 1))).toThrow();
  });
});
