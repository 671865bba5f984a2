import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { GpuscopeError } from '@gpuscope/aggregation';
import { readAllocatable, readList, type ContainerDevices, type PodResources } from './messages.js';

/** The kubelet's service v1.PodResourcesLister. */
export interface Lister {
  /** Throws GpuscopeError HOLDER_…. */
  list(signal: AbortSignal): Promise<PodResources[]>;
  /** Undefined where this kubelet does not have the method, or has it switched off. */
  allocatable(signal: AbortSignal): Promise<ContainerDevices[] | undefined>;
  close(): void;
}

const SERVICE = '/v1.PodResourcesLister/';

/** A node with many pods passes gRPC's usual 4 MiB (NVIDIA/dcgm-exporter#509). */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

const connect = (socket: string): Client =>
  new Client(`unix:${socket}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': MAX_ANSWER_BYTES,
    // Channels to one address would share their waiting time.
    'grpc.use_local_subchannel_pool': 1,
  });

/**
 * Asks the kubelet over its socket. It makes that anew when it restarts: after a failure the next question comes on a
 * new channel, as one that failed would wait longer and longer before it tries again.
 */
export function createLister(socket: string): Lister {
  let client: Client | undefined;
  const call = async <T>(
    method: string,
    read: (bytes: Buffer) => T,
    signal: AbortSignal,
  ): Promise<T> => {
    const used = (client ??= connect(socket));
    try {
      return read(await unary(used, SERVICE + method, signal));
    } catch (error) {
      if (client === used && !isMissing(error)) {
        client.close();
        client = undefined;
      }
      throw failure(socket, method, error);
    }
  };
  return {
    list: (signal) => call('List', readList, signal),
    async allocatable(signal) {
      try {
        return await call('GetAllocatableResources', readAllocatable, signal);
      } catch (error) {
        if (error instanceof GpuscopeError && isMissing(error.cause)) return undefined;
        throw error;
      }
    },
    close: () => {
      client?.close();
      client = undefined;
    },
  };
}

function unary(client: Client, method: string, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asIs = (bytes: Buffer): Buffer => bytes;
    const call = client.makeUnaryRequest(
      method,
      asIs,
      asIs,
      Buffer.alloc(0),
      new Metadata(),
      {},
      (error, answer) => {
        if (error === null) resolve(answer ?? Buffer.alloc(0));
        else reject(error);
      },
    );
    const cancel = (): void => {
      call.cancel();
    };
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    call.on('status', () => {
      signal.removeEventListener('abort', cancel);
    });
  });
}

const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && 'code' in error && 'details' in error;

/** GetAllocatableResources is missing before Kubernetes 1.21 and was behind a feature gate until 1.28. */
const isMissing = (error: unknown): boolean =>
  isServiceError(error) &&
  (error.code === status.UNIMPLEMENTED ||
    (error.code === status.UNKNOWN && /disabled/i.test(error.details)));

const ADVICE: ReadonlyMap<status, string> = new Map([
  [status.UNIMPLEMENTED, '; v1.PodResourcesLister needs Kubernetes 1.20 or newer'],
  [
    status.RESOURCE_EXHAUSTED,
    `; larger than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB, or others on the node ask too often`,
  ],
]);

function failure(socket: string, method: string, error: unknown): GpuscopeError {
  const details = isServiceError(error) ? error.details : String(error);
  const say = (code: 'HOLDER_UNREACHABLE' | 'HOLDER_REFUSED' | 'HOLDER_TIMEOUT', text: string) =>
    new GpuscopeError(code, `${socket}: ${method}: ${text}`, { cause: error });
  if (!isServiceError(error)) {
    return say('HOLDER_REFUSED', `cannot read the answer (${details}); is it the kubelet?`);
  }
  if (error.code === status.CANCELLED || error.code === status.DEADLINE_EXCEEDED) {
    return say('HOLDER_TIMEOUT', 'the kubelet did not answer in time');
  }
  if (error.code !== status.UNAVAILABLE) {
    const advice = ADVICE.get(error.code) ?? '';
    return say('HOLDER_REFUSED', `the kubelet answered ${status[error.code]}: ${details}${advice}`);
  }
  return say('HOLDER_UNREACHABLE', unreachableText(details));
}

function unreachableText(details: string): string {
  if (details.includes('ENOENT')) {
    return 'there is no such socket; mount the host’s /var/lib/kubelet/pod-resources there, or name another in holders';
  }
  if (details.includes('EACCES')) {
    return 'permission denied; the kubelet’s socket is root’s, so run as uid 0 (no other privilege is needed)';
  }
  if (details.includes('ECONNREFUSED')) return 'nobody listens on the socket; is the kubelet up?';
  return details;
}
