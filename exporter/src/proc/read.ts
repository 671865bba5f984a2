import { closeSync, openSync, readSync } from 'node:fs';

/** Fourteen version 1 hierarchies, each with a path as long as a path can be, fit in. */
const MOST_BYTES = 64 * 1024;

const buffer = Buffer.allocUnsafe(MOST_BYTES);

/**
 * The text of a file of /proc, at most 64 KiB of it. Its files have no size that could be asked for beforehand.
 * @throws the system's error: ENOENT, EACCES, EPERM, ESRCH (the process ended after the file was opened), …
 */
export function readProcFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    while (filled < MOST_BYTES) {
      const read = readSync(file, buffer, filled, MOST_BYTES - filled, null);
      if (read === 0) break;
      filled += read;
    }
    return buffer.toString('utf8', 0, filled);
  } finally {
    closeSync(file);
  }
}
