import type { handleServerStreamingCall, ServerWritableStream, ServiceError } from '@grpc/grpc-js';
import type { Log } from '../../log.js';
import type { Parts } from '../wire/write.js';
import { failureOf, knownError } from './failure.js';

/** Answers one request's bytes with any number of messages. */
export type Streaming = (request: Uint8Array, signal: AbortSignal) => AsyncIterable<Parts>;

/** Answers calls of one request and many answers, no faster than they are taken. */
export function streamHandler(
  name: string,
  answers: Streaming,
  log: Log,
): handleServerStreamingCall<Buffer, Parts> {
  return (call) => {
    const abort = new AbortController();
    call.once('cancelled', () => abort.abort());
    void sendAll(call, answers, abort.signal).then(
      () => void call.end(),
      (error: unknown) => {
        if (abort.signal.aborted) call.end();
        else call.destroy(asError(failureOf(knownError(error, name, log))));
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

/** A stream is ended by an Error; gRPC takes the status from its fields. */
const asError = (failure: Partial<ServiceError>): Error =>
  Object.assign(new Error(failure.details), failure);
