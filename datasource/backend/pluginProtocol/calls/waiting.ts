/** Tells whether the caller of a call still waits for it. */
export interface Waiting {
  /** Aborted when the caller goes before the end. */
  readonly signal: AbortSignal;
  /** The call has ended: what the caller does from now on is no cancellation, though gRPC says the same of it. */
  readonly over: () => void;
}

/** What gRPC's calls have in common. */
interface Cancellable {
  once(event: 'cancelled', listener: () => void): unknown;
  off(event: 'cancelled', listener: () => void): unknown;
}

export function waitingFor(call: Cancellable): Waiting {
  const abort = new AbortController();
  const gone = (): void => abort.abort();
  call.once('cancelled', gone);
  return { signal: abort.signal, over: () => void call.off('cancelled', gone) };
}
