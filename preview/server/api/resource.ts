import { once } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { HostResourcePart } from '@gpuscope/datasource/protocol';
import type { Sources } from '../backend/sources.js';
import { readBody, type Call } from '../http/call.js';

/** ANY /api/datasources/uid/<uid>/resources/<path>: what a backend answers of its own accord, part by part. */
export const callResource =
  (sources: Sources) =>
  async (call: Call): Promise<void> => {
    const [uid = '', path = ''] = call.caught;
    const { method, response, signal } = call;
    const headers = headerLists(call.request.headers);
    const body = await readBody(call);
    const asked = { path, method, url: urlBelow(call.url), headers, body };
    let isFirst = true;
    for await (const part of sources.resource(uid, asked, signal)) {
      if (isFirst) begin(response, part);
      isFirst = false;
      if (!response.write(part.body)) await once(response, 'drain', { signal });
    }
    if (isFirst) response.writeHead(204);
    response.end();
  };

/** Those of a connection are nobody else's affair. */
const OF_CONNECTION = new Set(['connection', 'host', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Undone by the way that the answer takes from here. */
const NOT_PASSED_ON = new Set([...OF_CONNECTION, 'content-length', 'set-cookie']);

function headerLists(headers: IncomingHttpHeaders): Record<string, readonly string[]> {
  const lists = Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined || OF_CONNECTION.has(name)) return [];
    return [[canonical(name), typeof value === 'string' ? [value] : value] as const];
  });
  return Object.fromEntries(lists);
}

/** As Go's servers spell them: `Content-Type`. */
const canonical = (name: string): string =>
  name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

/** Path and query, as they came. */
const urlBelow = (url: string): string => url.replace(/^.*?\/resources\/?/, '');

function begin(response: ServerResponse, { status, headers }: HostResourcePart): void {
  response.setHeader('cache-control', 'no-store');
  for (const [name, values] of Object.entries(headers))
    if (!NOT_PASSED_ON.has(name.toLowerCase())) response.setHeader(name, [...values]);
  response.writeHead(status === 0 ? 200 : status);
}
