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

/** The kubelet makes its socket anew when it restarts: come back within seconds, not minutes. */
const RECONNECT_MS = {
  'grpc.initial_reconnect_backoff_ms': 500,
  'grpc.max_reconnect_backoff_ms': 5000,
};

export function createLister(socket: string): Lister {
  const client = new Client(`unix:${socket}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': MAX_ANSWER_BYTES,
    ...RECONNECT_MS,
  });
  const call = (method: string, signal: AbortSignal): Promise<Buffer> =>
    unary(client, SERVICE + method, signal).catch((error: unknown) => {
      throw failure(socket, method, error);
    });
  return {
    list: async (signal) => readList(await call('List', signal)),
    async allocatable(signal) {
      try {
        return readAllocatable(await call('GetAllocatableResources', signal));
      } catch (error) {
        if (isMissingMethod(error)) return undefined;
        throw error;
      }
    },
    close: () => {
      client.close();
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
const isMissingMethod = (error: unknown): boolean => {
  const cause = error instanceof GpuscopeError ? error.cause : undefined;
  return (
    isServiceError(cause) &&
    (cause.code === status.UNIMPLEMENTED || /feature is disabled|disabled/i.test(cause.details))
  );
};

function failure(socket: string, method: string, error: unknown): GpuscopeError {
  const details = isServiceError(error) ? error.details : String(error);
  const say = (code: 'HOLDER_UNREACHABLE' | 'HOLDER_REFUSED' | 'HOLDER_TIMEOUT', text: string) =>
    new GpuscopeError(code, `${socket}: ${method}: ${text}`, { cause: error });
  if (!isServiceError(error)) return say('HOLDER_UNREACHABLE', details);
  if (error.code === status.CANCELLED || error.code === status.DEADLINE_EXCEEDED) {
    return say('HOLDER_TIMEOUT', 'the kubelet did not answer in time');
  }
  if (error.code !== status.UNAVAILABLE) {
    return say('HOLDER_REFUSED', `the kubelet answered ${status[error.code]}: ${details}`);
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
