import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** The store shows it beside the task that the request starts. */
  readonly opaqueId?: string;
}

/** An answer whose body is still to be read; whoever has it reads it to its end or destroys it. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

/**
 * One node of a store through one of the two clients. Sends each request once, whatever comes of it, and takes any
 * status for an answer. Closes the connection when the signal is aborted. Throws the client's own errors.
 */
export interface Wire {
  /** The node's address without anything secret, for messages. */
  readonly node: string;
  send(request: WireRequest, signal: AbortSignal): Promise<WireAnswer>;
  close(): Promise<void>;
}

/** Makes the wire to one node. */
export type WireMaker = (node: URL) => Wire;
