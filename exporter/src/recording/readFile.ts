import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GpuscopeError } from '@gpuscope/aggregation';
import { codeOf, reasonOf } from '../errorWords.js';
import { parseRecording } from './parse.js';
import type { Recording } from './recording.js';
import { MAX_RECORDING_BYTES } from './recording.js';

const unpacked = promisify(gunzip);

const invalid = (file: string, reason: string, cause?: unknown): GpuscopeError =>
  new GpuscopeError('RECORDING_INVALID', `${file}: ${reason}`, { cause });

/** The two bytes that every gzip file begins with. */
const isPacked = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpack(file: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unpacked(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const reason =
      codeOf(error) === 'ERR_BUFFER_TOO_LARGE'
        ? `unpacks to more than the ${maxBytes} bytes that are allowed; record for a shorter time`
        : `can't be unpacked (${reasonOf(error)}); was the recording stopped by force?`;
    throw invalid(file, reason, error);
  }
}

/** Changes when the file does; -1 for one that is not there. */
export async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0 }));
  return `${size} ${mtimeMs}`;
}

/**
 * Reads an exposition or a recording, packed by gzip or not.
 * @throws GpuscopeError RECORDING_INVALID naming the file, what is wrong with it and what is allowed
 */
export async function readRecording(
  file: string,
  maxBytes = MAX_RECORDING_BYTES,
): Promise<Recording> {
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > maxBytes) throw invalid(file, `has ${size} bytes; allowed are ${maxBytes}`);
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof GpuscopeError) throw error;
    throw invalid(
      file,
      `cannot be read (${reasonOf(error)}); name an exposition or a recording`,
      error,
    );
  }
  const text = isPacked(bytes) ? await unpack(file, bytes, maxBytes) : bytes;
  return parseRecording(file, text.toString('utf8'));
}
