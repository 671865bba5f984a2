import type { ErrorCode } from '@gpuscope/aggregation';
import { GpuscopeError } from '@gpuscope/aggregation';
import { codeOf, wordsOf } from '../errorWords.js';
import { shownUrl } from './target.js';

interface Advice {
  readonly code: ErrorCode;
  readonly text: string;
}

const unreachable = (text: string): Advice => ({ code: 'SOURCE_UNREACHABLE', text });

/** What Node's network error codes mean to the person who reads the log. */
const ADVICE: Readonly<Record<string, Advice>> = {
  ECONNREFUSED: unreachable(
    'nothing listens there; is dcgm-exporter running, and is the port right?',
  ),
  ENOTFOUND: unreachable('the name is not known; check the host in the address'),
  EAI_AGAIN: unreachable('the name server does not answer; check DNS'),
  EHOSTUNREACH: unreachable('there is no route to that host; check the network policy'),
  ENETUNREACH: unreachable('there is no route to that network; check the network policy'),
  ETIMEDOUT: { code: 'SOURCE_TIMEOUT', text: 'the connection timed out; check the network policy' },
  ECONNRESET: unreachable('the connection was closed before an answer came'),
  EPROTO: unreachable('no TLS there; should the address begin with http:// ?'),
  ERR_SSL_WRONG_VERSION_NUMBER: unreachable(
    'no TLS there; should the address begin with http:// ?',
  ),
  DEPTH_ZERO_SELF_SIGNED_CERT: unreachable(
    'its certificate is self-signed; name its authority in caFile',
  ),
  SELF_SIGNED_CERT_IN_CHAIN: unreachable(
    'its certificate comes from an unknown authority; name that in caFile',
  ),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unreachable(
    'its certificate comes from an unknown authority; name that in caFile',
  ),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unreachable(
    'its certificate comes from an unknown authority; name that in caFile',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: unreachable(
    'its certificate is for another name; set serverName or mend the address',
  ),
  CERT_HAS_EXPIRED: unreachable('its certificate has expired'),
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: {
    code: 'SOURCE_REFUSED',
    text: 'it asks for a client certificate; name certFile and keyFile',
  },
};

/** Turns a network error of a request into one that says which address and what to do. */
export function networkFailure(url: string, error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const code = codeOf(error);
  const known = ADVICE[code];
  const { code: ours, text } = known ?? unreachable(wordsOf(error));
  const detail = known === undefined || code === '' ? text : `${text} (${code})`;
  return new GpuscopeError(ours, `${shownUrl(url)}: ${detail}`, { cause: error });
}

/** A request that took too long. */
export function timeoutFailure(url: string, timeoutMs: number): GpuscopeError {
  return new GpuscopeError(
    'SOURCE_TIMEOUT',
    `${shownUrl(url)}: no whole answer within ${timeoutMs} ms; is it overloaded or hung?`,
  );
}
