import { readFile, stat } from 'node:fs/promises';

/** A machine's users and groups fit in many times. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * A file that is read and understood again only when it has changed.
 * @returns undefined where it can't be read or is too large
 */
export function keptFile<T>(
  path: string,
  parse: (text: string) => T,
): () => Promise<T | undefined> {
  let kept: { readonly version: string; readonly value: T } | undefined;
  return async () => {
    try {
      const { ino, size, mtimeMs } = await stat(path);
      const version = `${ino}/${size}/${mtimeMs}`;
      if (kept?.version === version) return kept.value;
      if (size > MOST_BYTES) return undefined;
      const value = parse(await readFile(path, 'utf8'));
      kept = { version, value };
      return value;
    } catch {
      return undefined;
    }
  };
}
