import { Client, credentials, status, type ServiceError } from '@grpc/grpc-js';
import { joinParts, type Parts } from '@gpuscope/datasource/protocol';
import { HttpError } from '../../http/call.js';

/** A way to a plugin's process, for calls of any method; messages go as bytes. */
export interface Connection {
  /** @throws HttpError that says in plain words what the plugin refused, or that it is gone */
  unary(method: string, message: Parts, signal?: AbortSignal): Promise<Buffer>;
  /** The messages as they come, no faster than they are taken. */
  stream(method: string, message: Parts, signal: AbortSignal): AsyncIterable<Buffer>;
  close(): void;
}

const same = (bytes: Buffer): Buffer => bytes;

export function connect(address: string): Connection {
  const client = new Client(address, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  return {
    unary: (method, message, signal) =>
      new Promise((resolve, reject) => {
        const call = client.makeUnaryRequest(
          method,
          joinParts,
          same,
          message,
          (error: ServiceError | null, answer?: Buffer) =>
            error === null ? resolve(answer ?? Buffer.alloc(0)) : reject(plainly(error)),
        );
        onAbort(signal, () => call.cancel());
      }),
    stream: async function* (method, message, signal) {
      const call = client.makeServerStreamRequest(method, joinParts, same, message);
      onAbort(signal, () => call.cancel());
      try {
        for await (const part of call) yield part as Buffer;
      } catch (error) {
        throw plainly(error as ServiceError);
      } finally {
        call.cancel();
      }
    },
    close: () => client.close(),
  };
}

function onAbort(signal: AbortSignal | undefined, cancel: () => void): void {
  if (signal?.aborted === true) cancel();
  else signal?.addEventListener('abort', cancel, { once: true });
}

function plainly({ code, details, message }: ServiceError): HttpError {
  if (code === status.UNAVAILABLE)
    return new HttpError(503, 'the log backend has ended; it is being started again');
  if (code === status.CANCELLED) return new HttpError(499, 'nobody waits for the answer');
  return new HttpError(500, details === '' ? message : details);
}
