import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { GpuscopeError } from '@gpuscope/aggregation';
import { readBody } from './body.js';
import { authorization, tlsMaterial } from './credentials.js';
import { networkFailure, timeoutFailure } from './failure.js';
import type { HttpTarget } from './target.js';
import { shownUrl } from './target.js';

export interface HttpText {
  readonly contentType: string;
  readonly body: string;
}

/** The text format first: in OpenMetrics a proxy would rename counters, and DCGM's own names are what we know. */
const ACCEPT = 'text/plain;version=0.0.4,application/openmetrics-text;version=1.0.0;q=0.5';

function open(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain;
    send(url, options, resolve).on('error', reject).end();
  });
}

const STATUS_ADVICE: Readonly<Record<number, string>> = {
  401: 'it wants credentials; set bearerTokenFile, or user and passwordFile',
  403: 'these credentials are not enough',
  404: 'nothing is served under that path; dcgm-exporter serves /metrics',
};

/** Anything but a plain 200 is refused: a redirect could lead to another node's exporter. */
function checkStatus(response: IncomingMessage, address: string): void {
  const status = response.statusCode ?? 0;
  if (status === 200) return;
  response.destroy();
  const target = response.headers.location;
  const advice =
    status >= 300 && status < 400
      ? `a redirect${target === undefined ? '' : ` to ${shownUrl(target)}`} is not followed; give the final address`
      : (STATUS_ADVICE[status] ?? 'look into its log');
  throw new GpuscopeError(
    'SOURCE_REFUSED',
    `${address}: answered with status ${status}; ${advice}`,
  );
}

function parseUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed;
  throw new GpuscopeError(
    'CONFIG_INVALID',
    `${shownUrl(url)} is no address to read metrics from; write it as http://host:9400/metrics`,
  );
}

/**
 * Fetches one text. Nothing is kept between calls: no connection, no credentials.
 * @param signal ends the request early; the error is then the signal's reason
 * @throws GpuscopeError SOURCE_… naming the address and what to do; CONFIG_INVALID for a secret that can't be read
 */
export async function fetchText(target: HttpTarget, signal: AbortSignal): Promise<HttpText> {
  const url = parseUrl(target.url);
  const address = shownUrl(target.url);
  const [header, material] = await Promise.all([
    authorization(target.auth),
    tlsMaterial(target.tls),
  ]);
  const timeout = AbortSignal.timeout(target.timeoutMs);
  const options: RequestOptions = {
    ...material,
    agent: false,
    signal: AbortSignal.any([signal, timeout]),
    headers: {
      accept: ACCEPT,
      'accept-encoding': 'gzip',
      ...(header !== undefined && { authorization: header }),
    },
  };
  try {
    const response = await open(url, options);
    checkStatus(response, address);
    const body = await readBody(response, address, target.maxBytes);
    return { contentType: response.headers['content-type'] ?? '', body };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) throw timeoutFailure(target.url, target.timeoutMs);
    throw networkFailure(target.url, error);
  }
}
