import type { IncomingMessage } from 'node:http';
import { brokenAnswer, KubernetesError, networkFailure, statusFailure } from './failure.js';
import type { Json } from './json.js';
import { objectOf, shown, textOf } from './json.js';
import { LineSplitter, LineTooLong } from './lines.js';
import type { ApiRequest } from './request.js';
import type { Selection } from './selection.js';
import { acceptOf, selectors } from './selection.js';
import type { Transport } from './transport.js';

export interface WatchQuery extends Selection {
  readonly signal: AbortSignal;
  /** Events after this version. */
  readonly resourceVersion: string;
  /** After how many seconds the server ends the watch in good order. */
  readonly timeoutSeconds: number;
  /** Milliseconds without a byte, bookmarks included, after which the connection counts as dead. */
  readonly idleMs: number;
}

/** One change; a bookmark only moves the version on. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly object: Json;
  readonly resourceVersion: string;
}

/** An event was longer than the limit: it is lost, and only a new list tells what it said. */
export class EventTooLarge extends KubernetesError {}

const TYPES: ReadonlySet<string> = new Set(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK']);
const isType = (type: string): type is WatchEvent['type'] => TYPES.has(type);

function parseEvent(line: string, request: ApiRequest, where: string): WatchEvent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    throw brokenAnswer(where, `an event is no whole JSON (${line.length} characters)`, error);
  }
  const type = textOf(objectOf(parsed)['type']);
  const object = objectOf(objectOf(parsed)['object']);
  if (type === 'ERROR') {
    const status = typeof object['code'] === 'number' ? object['code'] : 500;
    const { verb, path } = request;
    throw statusFailure({ where, verb, path, status, body: JSON.stringify(object) });
  }
  if (!isType(type)) throw brokenAnswer(where, `an event of the unknown type ${shown(type)}`);
  const resourceVersion = textOf(objectOf(object['metadata'])['resourceVersion']);
  return { type, object, resourceVersion };
}

async function* eventsOf(
  response: IncomingMessage,
  request: ApiRequest,
  where: string,
  maxBytes: number,
): AsyncGenerator<WatchEvent> {
  const splitter = new LineSplitter(maxBytes);
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      for (const line of splitter.push(chunk)) {
        if (line.trim() !== '') yield parseEvent(line, request, where);
      }
    }
  } catch (error) {
    if (error instanceof LineTooLong) {
      const text = `${where}: an event is longer than ${maxBytes} bytes; reading everything anew`;
      throw new EventTooLarge('KUBERNETES_REFUSED', text, { cause: error });
    }
    throw networkFailure(where, error);
  }
  const rest = splitter.rest();
  if (rest.trim() !== '') throw brokenAnswer(where, 'the stream ended inside an event');
}

/**
 * Opens a watch. The promise resolves when the server has accepted it.
 * @throws (from both the promise and the events) KubernetesError; status 410 when the version is too old
 */
export async function openWatch(
  transport: Transport,
  query: WatchQuery,
): Promise<AsyncIterable<WatchEvent>> {
  const { limits } = transport;
  const request: ApiRequest = {
    verb: 'watch',
    path: query.path,
    query: {
      ...selectors(query),
      watch: '1',
      allowWatchBookmarks: 'true',
      resourceVersion: query.resourceVersion,
      timeoutSeconds: String(query.timeoutSeconds),
    },
    accept: acceptOf(query, 'object'),
    signal: query.signal,
    answerMs: limits.answerMs,
    idleMs: query.idleMs,
  };
  const response = await transport.open(request);
  return eventsOf(response, request, transport.where(request), limits.eventBytes);
}
