import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { KubernetesAccess } from './access.js';
import { tlsOptions } from './access.js';
import { networkFailure, statusFailure, timeoutFailure } from './failure.js';
import type { Verb } from './rights.js';

export interface ApiRequest {
  readonly verb: Verb;
  /** Such as `/api/v1/pods`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly accept: string;
  readonly signal: AbortSignal;
  /** Milliseconds for connecting and for the first line of the answer. */
  readonly answerMs: number;
  /** Milliseconds without a byte after which the answer counts as dead. */
  readonly idleMs: number;
}

/** Verb, path and server, for messages. */
export const placeOf = (access: KubernetesAccess, { verb, path }: ApiRequest): string =>
  `${verb} ${path} at ${access.server}`;

const PROBE_MS = 30_000;

function send(url: URL, options: RequestOptions): ClientRequest {
  const request = (url.protocol === 'https:' ? secure : plain)(url, options);
  // A peer that vanished without a word is found out by the kernel too, beside our own idle time-out.
  request.once('socket', (socket) => socket.setKeepAlive(true, PROBE_MS));
  return request.end();
}

function answerOf(
  request: ClientRequest,
  where: string,
  answerMs: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => request.destroy(timeoutFailure(where, 'no answer', answerMs)),
      answerMs,
    );
    request.once('response', (response) => {
      clearTimeout(late);
      resolve(response);
    });
    // Stays after the answer: a connection that breaks later must not become an unhandled error.
    request.on('error', (error) => {
      clearTimeout(late);
      reject(networkFailure(where, error));
    });
  });
}

const LONGEST_REFUSAL = 16_384;

/** The beginning of an error's body; whatever goes wrong while reading it, the status is what counts. */
async function refusalText(response: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      text += chunk.toString('utf8');
      if (text.length > LONGEST_REFUSAL) break;
    }
  } catch {
    // Cut short.
  }
  return text;
}

/**
 * Asks the API server; the answer's body is still to be read, and breaks off when nothing comes for `idleMs`.
 * Each request has a connection of its own: none can be left over from before a hang or with an old certificate.
 * @throws KubernetesError KUBERNETES_UNREACHABLE, _TIMEOUT, _REFUSED (with status); CONFIG_INVALID for a file of
 *   credentials that can't be read; the signal's reason when it was aborted
 */
export async function openRequest(
  access: KubernetesAccess,
  request: ApiRequest,
): Promise<IncomingMessage> {
  const { verb, path, query, accept, signal, answerMs, idleMs } = request;
  const where = placeOf(access, request);
  const [token, tls] = await Promise.all([access.token?.read(), tlsOptions(access)]);
  signal.throwIfAborted();
  const url = new URL(`${access.server}${path}?${new URLSearchParams(query).toString()}`);
  const headers = {
    accept,
    'user-agent': 'gpuscope-exporter',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const response = await answerOf(
    send(url, { ...tls, headers, signal, agent: false }),
    where,
    answerMs,
  );
  // It may break before anyone reads it; whoever reads it then is told.
  response.on('error', () => undefined);
  const dead = timeoutFailure(where, 'not a byte', idleMs);
  response.setTimeout(idleMs, () => response.destroy(dead));
  const status = response.statusCode ?? 0;
  if (status === 200) return response;
  const body = await refusalText(response);
  throw statusFailure({ where, verb, path, status, body, headers: response.headers });
}
