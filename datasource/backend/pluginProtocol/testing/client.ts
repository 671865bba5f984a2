import { Client, credentials, type ServiceError } from '@grpc/grpc-js';
import { decoded, encoded } from './grafana.js';

/** How a call ended: with an answer, or with an error. */
export interface Ended {
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly error?: ServiceError;
}

const same = (bytes: Buffer): Buffer => bytes;

const send = (bytes: Uint8Array): Buffer => Buffer.from(bytes);

/** A client as Grafana has one, on a plugin's socket. */
export function connect(socketPath: string) {
  const client = new Client(`unix:${socketPath}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  return {
    close: () => client.close(),
    /** Calls a method whose request and answer are messages of the given names. */
    call: (
      path: string,
      [request, message]: readonly [string, Readonly<Record<string, unknown>>],
      answerName: string,
      cancel?: AbortSignal,
    ): Promise<Ended> =>
      new Promise((resolve) => {
        const bytes = encoded(request, message);
        const call = client.makeUnaryRequest(path, send, same, bytes, (error, answer) =>
          resolve(
            error === null ? { answer: decoded(answerName, answer ?? Buffer.alloc(0)) } : { error },
          ),
        );
        cancel?.addEventListener('abort', () => call.cancel());
      }),
    /** Opens a stream of answers. */
    open: (
      path: string,
      [request, message]: readonly [string, Readonly<Record<string, unknown>>],
    ) => client.makeServerStreamRequest(path, send, same, encoded(request, message)),
  };
}

export type PluginClient = ReturnType<typeof connect>;
