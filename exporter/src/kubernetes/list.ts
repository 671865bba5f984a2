import type { IncomingMessage } from 'node:http';
import { brokenAnswer, networkFailure } from './failure.js';
import type { Json } from './json.js';
import { isObject, listOf, objectOf, shown, textOf } from './json.js';
import type { ApiRequest } from './request.js';
import type { Selection } from './selection.js';
import { acceptOf, selectors } from './selection.js';
import type { Transport } from './transport.js';

export interface ListQuery extends Selection {
  readonly signal: AbortSignal;
  /** Objects in a page; left out, everything in one answer, which a server can give from its cache. */
  readonly pageSize?: number;
  /** Take any state that is not older than this version (`0`: any at all); left out, the newest. */
  readonly notOlderThan?: string;
}

export interface Listing<T> {
  readonly items: readonly T[];
  /** Where a watch goes on. */
  readonly resourceVersion: string;
}

async function bodyOf(response: IncomingMessage, where: string, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw brokenAnswer(where, `the answer is larger than ${limit} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw networkFailure(where, error);
  }
  return Buffer.concat(chunks, size).toString('utf8');
}

function parsePage(text: string, where: string): Json {
  let page: unknown;
  try {
    page = JSON.parse(text);
  } catch (error) {
    throw brokenAnswer(where, `the answer is no whole JSON (${text.length} characters)`, error);
  }
  if (isObject(page) && (Array.isArray(page['items']) || page['items'] === null)) return page;
  throw brokenAnswer(where, `the answer is ${shown(page)} without items, not a list`);
}

function versionQuery({ notOlderThan }: ListQuery): Record<string, string> {
  if (notOlderThan === undefined) return {};
  return { resourceVersion: notOlderThan, resourceVersionMatch: 'NotOlderThan' };
}

/**
 * Reads a list, page by page. A page's text and its objects are garbage as soon as `read` has trimmed them.
 * @param read undefined leaves the object out
 * @throws KubernetesError
 */
export async function listAll<T>(
  transport: Transport,
  query: ListQuery,
  read: (object: unknown) => T | undefined,
): Promise<Listing<T>> {
  const { limits } = transport;
  const items: T[] = [];
  let next = '';
  for (;;) {
    const request: ApiRequest = {
      verb: 'list',
      path: query.path,
      query: {
        ...selectors(query),
        ...(query.pageSize !== undefined && { limit: String(query.pageSize) }),
        // A further page is of the first one's version: asking for another is an error.
        ...(next === '' ? versionQuery(query) : { continue: next }),
      },
      accept: acceptOf(query, 'list'),
      signal: query.signal,
      answerMs: limits.answerMs,
      idleMs: limits.listIdleMs,
    };
    const where = transport.where(request);
    const page = parsePage(
      await bodyOf(await transport.open(request), where, limits.pageBytes),
      where,
    );
    for (const object of listOf(page['items'])) {
      const item = read(object);
      if (item !== undefined) items.push(item);
    }
    const metadata = objectOf(page['metadata']);
    next = textOf(metadata['continue']);
    if (next === '') return { items, resourceVersion: textOf(metadata['resourceVersion']) };
  }
}
