import type { Readable } from 'node:stream';

/** The body is longer than allowed. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Reads a body as UTF-8; bytes that are none become U+FFFD.
 *
 * @throws {TooLarge} beyond `maxBytes`
 * @throws the signal's reason when it is aborted, or the stream's error when the connection breaks
 */
export async function readBody(
  body: Readable,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const stop = (): void => {
    body.destroy();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    for await (const chunk of body) {
      const part = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), 'utf8');
      bytes += part.length;
      if (bytes > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
      chunks.push(part);
    }
    signal.throwIfAborted();
    return Buffer.concat(chunks, bytes).toString('utf8');
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    body.destroy();
  }
}
