import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Log } from '../../log.js';
import type { Parts } from '@gpuscope/datasource/protocol';
import { failureOf, knownError } from './failure.js';
import { waitingFor } from './waiting.js';

/** Answers one request's bytes; the signal says that nobody waits any more. */
export type Unary = (request: Uint8Array, signal: AbortSignal) => Promise<Parts>;

/** Answers calls of one request and one answer. `name` is for the log. */
export function unaryHandler(
  name: string,
  answer: Unary,
  log: Log,
): handleUnaryCall<Buffer, Parts> {
  return (call, callback) => {
    const { signal, over } = waitingFor(call);
    // Inside a then: what is thrown at once is caught as what is thrown later.
    void Promise.resolve()
      .then(() => answer(call.request, signal))
      .finally(over)
      .then(
        (parts) => callback(null, parts),
        (error: unknown) => {
          if (signal.aborted) return; // nobody listens
          callback(failureOf(knownError(error, name, log)));
        },
      );
  };
}
