import type { handleUnaryCall } from '@grpc/grpc-js';
import type { Log } from '../../log.js';
import type { Parts } from '../wire/write.js';
import { failureOf, knownError } from './failure.js';

/** Answers one request's bytes; the signal says that nobody waits any more. */
export type Unary = (request: Uint8Array, signal: AbortSignal) => Promise<Parts>;

/** Answers calls of one request and one answer. `name` is for the log. */
export function unaryHandler(
  name: string,
  answer: Unary,
  log: Log,
): handleUnaryCall<Buffer, Parts> {
  return (call, callback) => {
    const abort = new AbortController();
    call.once('cancelled', () => abort.abort());
    // Inside a then: what is thrown at once is caught as what is thrown later.
    void Promise.resolve()
      .then(() => answer(call.request, abort.signal))
      .then(
        (parts) => callback(null, parts),
        (error: unknown) => {
          if (abort.signal.aborted) return; // nobody listens
          callback(failureOf(knownError(error, name, log)));
        },
      );
  };
}
