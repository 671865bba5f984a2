import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from './request.js';

/** Sizes and times that hold for every request. */
export interface ClientLimits {
  /** Milliseconds for connecting and for the first line of an answer. */
  readonly answerMs: number;
  /** Milliseconds without a byte in the middle of a list. */
  readonly listIdleMs: number;
  /** Largest page of a list, bytes. */
  readonly pageBytes: number;
  /** Longest event of a watch, bytes. etcd holds objects of 1.5 MiB; as JSON they are larger. */
  readonly eventBytes: number;
}

export const DEFAULT_LIMITS: ClientLimits = {
  answerMs: 30_000,
  listIdleMs: 30_000,
  pageBytes: 128 * 1024 * 1024,
  eventBytes: 16 * 1024 * 1024,
};

/** How lists and watches reach the server; they know nothing of tokens and certificates. */
export interface Transport {
  open(request: ApiRequest): Promise<IncomingMessage>;
  /** Verb, path and server, for messages. */
  where(request: ApiRequest): string;
  readonly limits: ClientLimits;
}
