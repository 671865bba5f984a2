import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Log } from '../../log.js';
import type { Parts } from '@gpuscope/datasource/protocol';
import { failureOf, knownError } from './failure.js';
import { waitingFor } from './waiting.js';

/** Answers one request's bytes with any number of messages. */
export type Streaming = (request: Uint8Array, signal: AbortSignal) => AsyncIterable<Parts>;

/** Answers calls of one request and many answers, no faster than they are taken. */
export function streamHandler(
  name: string,
  answers: Streaming,
  log: Log,
): handleServerStreamingCall<Buffer, Parts> {
  return (call) => {
    const { signal, over } = waitingFor(call);
    void sendAll(call, answers, signal)
      .finally(over)
      .then(
        () => void call.end(),
        (error: unknown) => {
          if (signal.aborted) call.end();
          // Destroyed, it would end without a status.
          else call.emit('error', failureOf(knownError(error, name, log)));
        },
      );
  };
}

async function sendAll(
  call: ServerWritableStream<Buffer, Parts>,
  answers: Streaming,
  signal: AbortSignal,
): Promise<void> {
  for await (const parts of answers(call.request, signal)) {
    if (signal.aborted) return;
    if (!call.write(parts)) await drained(call, signal);
  }
}

/** Waits until more can be written, or until nobody listens. */
function drained(call: ServerWritableStream<Buffer, Parts>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    call.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
