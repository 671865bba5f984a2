import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { ErrorJson } from '@gpuscope/datasource/shared';
import type { ResourceResponse } from '../pluginProtocol/plugin.js';
import { statusOf } from './errors.js';

/** Requests are small: a selection is a few lists of names. */
const MAX_BODY = 256 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A request's body as JSON; an empty one is `{}`. Throws QUERY_INVALID, LIMIT_EXCEEDED. */
export function jsonOf(body: Uint8Array): unknown {
  if (body.byteLength > MAX_BODY)
    throw new GpuscopeError(
      'LIMIT_EXCEEDED',
      say('question.bodyTooLarge', { bytes: body.byteLength, most: MAX_BODY }),
    );
  if (body.byteLength === 0) return {};
  try {
    return JSON.parse(decoder.decode(body));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new GpuscopeError('QUERY_INVALID', say('question.bodyNoJson', { why }), {
      cause: error,
    });
  }
}

/** What people read about logs is theirs alone: no cache between may keep it, and no browser guess what it is. */
const HEADERS = {
  'Content-Type': ['application/json; charset=utf-8'],
  'Cache-Control': ['no-store'],
  'X-Content-Type-Options': ['nosniff'],
};

export function jsonResponse(status: number, value: unknown): ResourceResponse {
  return { status, headers: HEADERS, body: new TextEncoder().encode(JSON.stringify(value)) };
}

export function errorResponse(error: GpuscopeError): ResourceResponse {
  const { code, message, said } = error;
  const json: ErrorJson = { code, message, ...(said !== undefined && { said }) };
  return jsonResponse(statusOf(error), json);
}
