import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request on its way through the server. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** As it came: path and query. */
  readonly url: string;
  /** What the route's pattern caught, decoded. */
  readonly caught: readonly string[];
  /** Aborted when the caller goes before the answer is whole. */
  readonly signal: AbortSignal;
}

/** An answer other than 200, in plain words. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Queries and settings are far smaller. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** @throws HttpError 413 where more is sent than any of our pages would */
export async function readBody({ request }: Pick<Call, 'request'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      throw new HttpError(413, `the request has more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws HttpError 400 where the body is no JSON object */
export async function readJson(call: Pick<Call, 'request'>): Promise<Record<string, unknown>> {
  const text = (await readBody(call)).toString('utf8');
  const refuse = (): HttpError => new HttpError(400, 'the request is no JSON object');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse();
  return value as Record<string, unknown>;
}

/** Answers with JSON that nobody keeps. */
export function sendJson({ response }: Pick<Call, 'response'>, value: unknown, status = 200): void {
  sendText({ response }, JSON.stringify(value), 'application/json', status);
}

export function sendText(
  { response }: Pick<Call, 'response'>,
  text: string,
  type: string,
  status = 200,
): void {
  const body = Buffer.from(text, 'utf8');
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
