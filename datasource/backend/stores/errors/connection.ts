import type { Said } from '@gpuscope/aggregation';
import { GpuscopeError, type ErrorCode, say } from '@gpuscope/aggregation';
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
  readonly says: Said;
}

const reasons: readonly Reason[] = [
  {
    matches: /altnames/,
    code: 'STORE_TLS',
    says: say('store.otherName'),
  },
  {
    matches: /certificate has expired|not yet valid/,
    code: 'STORE_TLS',
    says: say('store.outOfDate'),
  },
  {
    matches: /self.signed|unable to (get|verify)|unknown.ca/i,
    code: 'STORE_TLS',
    says: say('store.notTrusted'),
  },
  {
    matches: /certificate.required|bad.certificate|handshake.failure/i,
    code: 'STORE_TLS',
    says: say('store.wantsOurs'),
  },
  {
    matches: /wrong.version.number|packet.length.too.long/i,
    code: 'STORE_TLS',
    says: say('store.noTls'),
  },
  { matches: tls, code: 'STORE_TLS', says: say('store.tlsFailed') },
  {
    matches: /ENOTFOUND|EAI_AGAIN/,
    code: 'STORE_UNREACHABLE',
    says: say('store.noName'),
  },
  {
    matches: /ECONNREFUSED|^$/,
    code: 'STORE_UNREACHABLE',
    says: say('store.noListener'),
  },
  {
    matches: /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    code: 'STORE_UNREACHABLE',
    says: say('store.noWay'),
  },
  {
    matches: broken,
    code: 'STORE_UNREACHABLE',
    says: say('store.broke'),
  },
];

/** The error for a request that got no whole answer. */
export function connectionError(asking: Asking, error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const said = words(error);
  const at = (code: ErrorCode, why: Said): GpuscopeError =>
    new GpuscopeError(code, saidOf(asking, why, quotable(said, asking)));
  if (error instanceof TooLarge) {
    return at('STORE_INVALID', say('store.tooLarge'));
  }
  if (nameOf(error) === 'ProductNotSupportedError') {
    return at('STORE_UNSUPPORTED', say('store.noLonger'));
  }
  if (nameOf(error) === 'TimeoutError') {
    return at('STORE_TIMEOUT', say('store.noAnswer'));
  }
  const reason = reasons.find(({ matches }) => matches.test(said));
  return reason === undefined
    ? at('STORE_UNREACHABLE', say('store.failed'))
    : at(reason.code, reason.says);
}

function saidOf({ what, store }: Asking, why: Said, said: string): Said {
  return said === ''
    ? say('store.said', { what, store, why })
    : say('store.saidWith', { what, store, why, said });
}
