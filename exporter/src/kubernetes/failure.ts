import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorCode } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { objectOf, textOf } from './json.js';
import { rightsFor, type Verb } from './rights.js';

/** Something went wrong with the API server. */
export class KubernetesError extends GpuscopeError {
  /** HTTP status, or the code in a watch's ERROR event; undefined when there was no answer. */
  readonly status: number | undefined;
  /** How long the server asked us to stay away, milliseconds. */
  readonly retryAfterMs: number;

  constructor(
    code: ErrorCode,
    message: string,
    details: {
      readonly status?: number;
      readonly retryAfterMs?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, message, { cause: details.cause });
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs ?? 0;
  }
}

/** What Node's network error codes mean to the person who reads the log. */
const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; is the API server running?',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ENOTFOUND: 'the name is not known; check DNS',
  EAI_AGAIN: 'the name server does not answer; check DNS',
  EHOSTUNREACH: 'there is no route to that host; check the network policy',
  ENETUNREACH: 'there is no route to that network; check the network policy',
  ETIMEDOUT: 'the connection timed out; check the network policy',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; name its authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an unknown authority; name that one',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate comes from an unknown authority; name that one',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

/** A request or a stream that broke before its end. `where`: verb and path, then the server. */
export function networkFailure(where: string, error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const words = error instanceof Error ? error.message : String(error);
  const code = textOf(objectOf(error)['code']);
  const advice = ADVICE[code];
  const text = advice === undefined ? words : `${advice} (${code})`;
  return new KubernetesError('KUBERNETES_UNREACHABLE', `${where}: ${text}`, { cause: error });
}

export const timeoutFailure = (where: string, what: string, ms: number): KubernetesError =>
  new KubernetesError('KUBERNETES_TIMEOUT', `${where}: ${what} within ${ms} ms`);

/** An answer that is not what the API speaks, or that ended in its middle. */
export const brokenAnswer = (where: string, what: string, cause?: unknown): KubernetesError =>
  new KubernetesError('KUBERNETES_UNREACHABLE', `${where}: ${what}`, { cause });

/** Longest wait that a server may ask for, milliseconds. */
const LONGEST_RETRY_AFTER_MS = 300_000;

/** Reads Retry-After: seconds or a date; 0 where there is none. */
export function retryAfterMs(header: string | undefined, nowMs: number): number {
  if (header === undefined) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), LONGEST_RETRY_AFTER_MS);
}

function adviceFor(status: number, verb: Verb, path: string): string {
  switch (status) {
    case 401:
      return 'the token or certificate was not accepted; has it expired, or is it for another cluster?';
    case 403:
      return rightsFor(verb, path);
    case 404:
      return 'the server does not know this path; is it a Kubernetes API server?';
    case 410:
      return 'the server has forgotten that version; reading everything anew';
    case 429:
      return 'the server is overloaded and asks to wait';
    default:
      return status >= 500 ? 'the server failed' : 'the server refused';
  }
}

/** The server's own words from a Status object, shortened. */
function words(body: string): string {
  try {
    const message = textOf(objectOf(JSON.parse(body))['message']);
    if (message !== '') return message.slice(0, 300);
  } catch {
    // No Status object: a proxy's page, perhaps.
  }
  return body.replace(/\s+/g, ' ').trim().slice(0, 120);
}

export interface Refusal {
  readonly where: string;
  readonly verb: Verb;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly headers?: IncomingHttpHeaders;
}

/** The server answered, and it is a no. */
export function statusFailure(refusal: Refusal): KubernetesError {
  const { where, verb, path, status, body, headers } = refusal;
  const said = words(body);
  const quoted = said === '' ? '' : ` (${said})`;
  return new KubernetesError(
    'KUBERNETES_REFUSED',
    `${where}: status ${status}; ${adviceFor(status, verb, path)}${quoted}`,
    { status, retryAfterMs: retryAfterMs(headers?.['retry-after'], Date.now()) },
  );
}
