import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip, constants } from 'node:zlib';
import { GpuscopeError } from '@gpuscope/aggregation';
import { codeOf, reasonOf } from '../errorWords.js';
import { MAX_RECORDING_BYTES } from './recording.js';

/** A recording being written: JSON lines, packed where the file's name ends in `.gz`. */
export interface RecordingFile {
  /**
   * Adds lines; settles when the file has taken them.
   * @returns false where they would make the recording larger than can be played: nothing is written then
   * @throws GpuscopeError RECORDING_INVALID when the file can't be written
   */
  write(lines: readonly object[]): Promise<boolean>;
  /** Bytes so far, unpacked. */
  readonly bytes: () => number;
  /** Ends the file. */
  close(): Promise<void>;
}

const unwritable = (path: string, error: unknown): GpuscopeError =>
  new GpuscopeError(
    'RECORDING_INVALID',
    codeOf(error) === 'EEXIST'
      ? `${path}: is there already; name a file that is not`
      : `${path}: cannot be written (${reasonOf(error)})`,
    { cause: error },
  );

/**
 * Makes a file that only its owner can read: it may hold names.
 * @throws GpuscopeError RECORDING_INVALID where there is such a file, or none can be made
 */
export async function createRecordingFile(
  path: string,
  maxBytes = MAX_RECORDING_BYTES,
): Promise<RecordingFile> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(file, 'open').catch((error: unknown) => {
    throw unwritable(path, error);
  });
  // Each cycle's lines are flushed, so that little is lost if the machine is.
  const packer = path.endsWith('.gz') ? createGzip({ flush: constants.Z_SYNC_FLUSH }) : undefined;
  const into = packer ?? file;
  let failure: GpuscopeError | undefined;
  const note = (error: unknown): void => {
    failure ??= unwritable(path, error);
  };
  const done =
    packer === undefined
      ? new Promise<void>((resolve) => file.once('close', resolve))
      : pipeline(packer, file).catch(note);
  file.on('error', note);
  let bytes = 0;

  return {
    async write(lines) {
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      const size = Buffer.byteLength(text);
      if (bytes + size > maxBytes) return false;
      bytes += size;
      await new Promise<void>((resolve) => into.write(text, () => resolve()));
      if (failure !== undefined) throw failure;
      return true;
    },
    bytes: () => bytes,
    async close() {
      into.end();
      await done;
      if (failure !== undefined) throw failure;
    },
  };
}
