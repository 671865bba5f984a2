import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { GpuscopeError } from '@gpuscope/aggregation';
import { codeOf } from '../errorWords.js';

/** Undefined when there is more than the limit. */
async function collect(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Zlib's words for "the input ended in the middle" and for "that is no gzip". */
const CUT = new Set(['Z_BUF_ERROR', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

function tooLarge(address: string, maxBytes: number): GpuscopeError {
  return new GpuscopeError(
    'SOURCE_TOO_LARGE',
    `${address}: the answer is larger than ${maxBytes} bytes; is that dcgm-exporter's address?`,
  );
}

function bodyFailure(address: string, error: unknown): unknown {
  const code = codeOf(error);
  if (CUT.has(code)) {
    return new GpuscopeError(
      'SOURCE_TRUNCATED',
      `${address}: the answer broke off in the middle (${code}); did dcgm-exporter die while answering?`,
      { cause: error },
    );
  }
  if (code.startsWith('Z_')) {
    return new GpuscopeError(
      'SOURCE_REFUSED',
      `${address}: says it is gzip and is not (${code}); look at the proxy in between`,
      { cause: error },
    );
  }
  return error;
}

/**
 * Reads a whole body, unpacking gzip. The limit holds for what arrives and for what it unpacks to.
 * @throws GpuscopeError SOURCE_TOO_LARGE, SOURCE_TRUNCATED, SOURCE_REFUSED (an encoding that we did not ask for)
 */
export async function readBody(
  response: IncomingMessage,
  address: string,
  maxBytes: number,
): Promise<string> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity' && encoding !== 'gzip') {
    response.destroy();
    throw new GpuscopeError(
      'SOURCE_REFUSED',
      `${address}: answered in the encoding ${JSON.stringify(encoding)}; allowed are gzip and none`,
    );
  }
  let collected: { readonly text: string | undefined } | undefined;
  const sink = async (stream: AsyncIterable<Buffer>): Promise<void> => {
    collected = { text: await collect(stream, maxBytes) };
  };
  try {
    if (encoding === 'gzip') await pipeline(response, createGunzip(), sink);
    else await pipeline(response, sink);
  } catch (error) {
    // Leaving a stream early makes it fail in turn; what matters is why we left.
    if (collected === undefined) throw bodyFailure(address, error);
  }
  if (collected?.text === undefined) {
    response.destroy();
    throw tooLarge(address, maxBytes);
  }
  return collected.text;
}
