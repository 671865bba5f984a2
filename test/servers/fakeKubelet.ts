import { rm } from 'node:fs/promises';
import { Server, ServerCredentials, status, type sendUnaryData } from '@grpc/grpc-js';
import { fromJSON, type ServiceDefinition } from '@grpc/proto-loader';
import type { INamespace } from 'protobufjs';

/** Messages by the field names of the .proto; what the kubelet would answer. */
export interface FakeKubeletOptions {
  /** Path of the socket; made here, taken away by `stop`. */
  readonly socket: string;
  readonly list: () => readonly object[];
  /** Left out, this kubelet does not have the method. */
  readonly allocatable?: () => readonly object[];
}

export interface FakeKubelet {
  /** Every call fails with this gRPC status from now on; undefined: answers again. */
  setFailure(code: status | undefined): void;
  /** Calls are taken and never answered. */
  hang(on: boolean): void;
  stop(): Promise<void>;
}

const field = (id: number, type: string, rule?: 'repeated'): object =>
  rule === undefined ? { id, type } : { id, type, rule };

/** The service as far as devices go; numbers as in k8s.io/kubelet, pkg/apis/podresources/v1/api.proto. */
const PROTO = {
  nested: {
    v1: {
      nested: {
        PodResourcesLister: {
          methods: {
            List: { requestType: 'Empty', responseType: 'ListPodResourcesResponse' },
            GetAllocatableResources: {
              requestType: 'Empty',
              responseType: 'AllocatableResourcesResponse',
            },
          },
        },
        Empty: { fields: {} },
        ListPodResourcesResponse: {
          fields: { podResources: field(1, 'PodResources', 'repeated') },
        },
        AllocatableResourcesResponse: {
          fields: { devices: field(1, 'ContainerDevices', 'repeated') },
        },
        PodResources: {
          fields: {
            name: field(1, 'string'),
            namespace: field(2, 'string'),
            containers: field(3, 'ContainerResources', 'repeated'),
            cpuIds: field(4, 'int64', 'repeated'),
          },
        },
        ContainerResources: {
          fields: {
            name: field(1, 'string'),
            devices: field(2, 'ContainerDevices', 'repeated'),
            cpuIds: field(3, 'int64', 'repeated'),
            dynamicResources: field(5, 'DynamicResource', 'repeated'),
          },
        },
        ContainerDevices: {
          fields: {
            resourceName: field(1, 'string'),
            deviceIds: field(2, 'string', 'repeated'),
            topology: field(3, 'TopologyInfo'),
          },
        },
        TopologyInfo: { fields: { nodes: field(1, 'NUMANode', 'repeated') } },
        NUMANode: { fields: { ID: field(1, 'int64') } },
        DynamicResource: {
          fields: {
            claimName: field(2, 'string'),
            claimNamespace: field(3, 'string'),
            claimResources: field(4, 'ClaimResource', 'repeated'),
          },
        },
        ClaimResource: {
          fields: {
            cdiDevices: field(1, 'CDIDevice', 'repeated'),
            driverName: field(2, 'string'),
            poolName: field(3, 'string'),
            deviceName: field(4, 'string'),
          },
        },
        CDIDevice: { fields: { name: field(1, 'string') } },
      },
    },
  },
};

type Callback = sendUnaryData<object>;

/** The kubelet's pod-resources service on a unix socket, written by another library than the one that reads it. */
export async function startFakeKubelet(options: FakeKubeletOptions): Promise<FakeKubelet> {
  let failure: status | undefined;
  let hanging = false;
  const server = new Server({ 'grpc.max_send_message_length': -1 });
  const answer = (callback: Callback, make: () => object): void => {
    if (hanging) return;
    if (failure === undefined) callback(null, make());
    else callback({ code: failure, details: `told to fail with ${status[failure]}` });
  };
  const { list, allocatable } = options;
  const service = fromJSON(PROTO as INamespace)['v1.PodResourcesLister'] as ServiceDefinition;
  server.addService(service, {
    List: (_call: unknown, callback: Callback) => {
      answer(callback, () => ({ podResources: list() }));
    },
    ...(allocatable && {
      GetAllocatableResources: (_call: unknown, callback: Callback) => {
        answer(callback, () => ({ devices: allocatable() }));
      },
    }),
  });
  await rm(options.socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(`unix:${options.socket}`, ServerCredentials.createInsecure(), (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  return {
    setFailure: (code) => {
      failure = code;
    },
    hang: (on) => {
      hanging = on;
    },
    stop: async () => {
      server.forceShutdown();
      await rm(options.socket, { force: true });
    },
  };
}
