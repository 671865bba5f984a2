import { GpuscopeError, type ErrorCode } from '@gpuscope/aggregation';
import { TooLarge } from '../wire/body.js';
import { quotable, type Asking } from './asking.js';

/**
 * The clients keep only the words of what Node or Bun threw: OpenSSL's, or BoringSSL's, which writes the same in other
 * ways. Where each of several addresses refused there are no words at all.
 */
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const tls = /certificate|altnames|SSL|TLS|EPROTO/;
const neverSent =
  /^(connect |getaddrinfo |$)|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN/;
const broken = /ECONNRESET|EPIPE|socket hang up|aborted|closed while reading|premature close/i;

/** The request reached no store, so another node may be asked without asking twice. */
export const wasNeverSent = (error: unknown): boolean =>
  nameOf(error) === 'ConnectionError' && (neverSent.test(words(error)) || tls.test(words(error)));

/** The connection broke while the store had the request, or before it noticed that it came. */
export const hasBroken = (error: unknown): boolean => broken.test(words(error));

interface Reason {
  readonly matches: RegExp;
  readonly code: ErrorCode;
  readonly says: string;
}

const reasons: readonly Reason[] = [
  {
    matches: /altnames/,
    code: 'STORE_TLS',
    says: "the store's certificate is for another name; set serverName to a name that it holds",
  },
  {
    matches: /certificate has expired|not yet valid/,
    code: 'STORE_TLS',
    says: "the store's certificate is out of date, or our clock is wrong; renew it",
  },
  {
    matches: /self.signed|unable to (get|verify)|unknown.ca/i,
    code: 'STORE_TLS',
    says: "the store's certificate is not trusted; give the certificate of its authority (ca)",
  },
  {
    matches: /certificate.required|bad.certificate|handshake.failure/i,
    code: 'STORE_TLS',
    says: 'the store wants a certificate of ours, or another one; give cert and key',
  },
  {
    matches: /wrong.version.number|packet.length.too.long/i,
    code: 'STORE_TLS',
    says: 'no TLS is spoken there; write http:// instead of https://, or mend the port',
  },
  { matches: tls, code: 'STORE_TLS', says: 'TLS failed' },
  {
    matches: /ENOTFOUND|EAI_AGAIN/,
    code: 'STORE_UNREACHABLE',
    says: 'its name is not known here; check nodes and DNS',
  },
  {
    matches: /ECONNREFUSED|^$/,
    code: 'STORE_UNREACHABLE',
    says: 'nothing listens there; check address and port, and whether the store runs',
  },
  {
    matches: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    code: 'STORE_UNREACHABLE',
    says: 'no way there; check address, routes and network policies',
  },
  {
    matches: broken,
    code: 'STORE_UNREACHABLE',
    says: 'the connection broke before the answer was whole; the store, or a proxy before it, has ended it',
  },
];

/** The error for a request that got no whole answer. */
export function connectionError(asking: Asking, error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const said = words(error);
  const at = (code: ErrorCode, says: string): GpuscopeError =>
    new GpuscopeError(code, `${asking.what} at ${asking.store}: ${says}${quoted(said, asking)}`);
  if (error instanceof TooLarge) {
    return at('STORE_INVALID', 'the answer is too large; ask for fewer lines or fewer columns');
  }
  if (nameOf(error) === 'ProductNotSupportedError') {
    return at('STORE_UNSUPPORTED', 'what answers is no longer an Elasticsearch');
  }
  if (nameOf(error) === 'TimeoutError') {
    return at('STORE_TIMEOUT', 'no answer in time; choose a shorter range, or look at its load');
  }
  const reason = reasons.find(({ matches }) => matches.test(said));
  return reason === undefined
    ? at('STORE_UNREACHABLE', 'the request failed')
    : at(reason.code, reason.says);
}

const quoted = (said: string, asking: Asking): string =>
  said === '' ? '' : ` (${quotable(said, asking)})`;
