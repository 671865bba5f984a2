import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { HttpError, readBody, type Call } from './call.js';

/** Passed on as they are; others belong to one connection only, or name people. */
const REQUEST_HEADERS = ['accept', 'content-type'];
const RESPONSE_HEADERS = ['content-type', 'cache-control', 'warning'];

/** Puts a request to another server, and its answer through as it comes. @throws HttpError 502 where it does not answer */
export async function forward(call: Call, target: string, name: string): Promise<void> {
  const { method, request, response, signal } = call;
  const body = method === 'GET' || method === 'HEAD' ? undefined : await readBody(call);
  const headers = Object.fromEntries(
    REQUEST_HEADERS.flatMap((header) => {
      const value = request.headers[header];
      return typeof value === 'string' ? [[header, value]] : [];
    }),
  );
  const answer = await fetch(target, {
    method,
    headers,
    signal,
    ...(body !== undefined && { body: new Uint8Array(body) }),
  }).catch((error: unknown) => {
    throw new HttpError(502, `${name} does not answer: ${reasonOf(error)}`);
  });
  response.writeHead(
    answer.status,
    Object.fromEntries(
      RESPONSE_HEADERS.flatMap((header) => {
        const value = answer.headers.get(header);
        return value === null ? [] : [[header, value]];
      }),
    ),
  );
  if (answer.body === null) return void response.end();
  await pipeline(Readable.fromWeb(answer.body as ReadableStream<Uint8Array>), response);
}

/** fetch says why in the cause of what it throws. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
