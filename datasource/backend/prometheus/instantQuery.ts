import { GpuscopeError, say } from '@gpuscope/aggregation';
import { z } from 'zod';
import { withDeadline } from '../limits/deadline.js';

/** Answers of the HTTP API are read up to this many bytes. */
const MAX_BYTES = 32 * 2 ** 20;

const TIMEOUT_MS = 10_000;

const answer = z.object({
  status: z.string(),
  error: z.string().optional(),
  data: z
    .object({
      resultType: z.string(),
      result: z.array(z.object({ metric: z.record(z.string(), z.string()) })),
    })
    .optional(),
});

export interface InstantQuery {
  /** The server's root address; a path before `/api` is kept. */
  readonly url: string;
  readonly query: string;
  readonly timeMs: number;
  /** No more series than this; servers that don't know the parameter send all. */
  readonly limit: number;
  /** The longest that it may take. Default ten seconds: lines are asked for after it. */
  readonly timeoutMs?: number;
}

type Labels = Readonly<Record<string, string>>;

/**
 * The labels of an instant query's series. Throws SOURCE_UNREACHABLE, SOURCE_REFUSED, SOURCE_TIMEOUT or
 * SOURCE_TOO_LARGE.
 */
export async function instantQuery(
  { url, query, timeMs, limit, timeoutMs = TIMEOUT_MS }: InstantQuery,
  signal: AbortSignal,
): Promise<readonly Labels[]> {
  const address = `${url.replace(/\/+$/, '')}/api/v1/query`;
  const body = new URLSearchParams({
    query,
    time: String(timeMs / 1000),
    limit: String(limit),
  });
  const parsed = answer.safeParse(parseJson(await post(address, body, signal, timeoutMs)));
  if (!parsed.success)
    throw new GpuscopeError('SOURCE_REFUSED', say('metrics.notPrometheus', { url }));
  const { data, error, status } = parsed.data;
  if (status !== 'success' || data?.resultType !== 'vector')
    throw new GpuscopeError(
      'SOURCE_REFUSED',
      say('metrics.refused', { url, why: error ?? status }),
    );
  return data.result.map(({ metric }) => metric);
}

async function post(
  url: string,
  body: URLSearchParams,
  asker: AbortSignal,
  timeoutMs: number,
): Promise<string> {
  const ask = async (signal: AbortSignal): Promise<string> =>
    textOf(await fetch(url, { method: 'POST', body, signal, redirect: 'error' }));
  try {
    return await withDeadline(timeoutMs, asker, ask, (seconds) => [
      'SOURCE_TIMEOUT',
      say('metrics.late', { url, seconds }),
    ]);
  } catch (error) {
    if (error instanceof GpuscopeError || asker.aborted) throw error;
    const why = error instanceof Error ? causeOf(error) : String(error);
    throw new GpuscopeError('SOURCE_UNREACHABLE', say('metrics.unreachable', { url, why }), {
      cause: error,
    });
  }
}

/** fetch says only that it failed; its cause says why. */
const causeOf = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message : error.message;

async function textOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new GpuscopeError('SOURCE_TOO_LARGE', say('metrics.tooLarge', { most: MAX_BYTES }));
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
