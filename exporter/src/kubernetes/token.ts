import { readFile, stat } from 'node:fs/promises';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { systemClock } from '../clock.js';
import { reasonOf } from '../errorWords.js';

/** The bearer token of now. */
export interface TokenSource {
  /** Throws GpuscopeError CONFIG_INVALID when there is none. */
  read(): Promise<string>;
  /** The server refused it: look again before the next request. */
  forget(): void;
}

/** A token that never changes. */
export const fixedToken = (token: string): TokenSource => ({
  read: () => Promise.resolve(token),
  forget: () => undefined,
});

/** Kubernetes replaces a projected token by moving a link; file times may lie, so a minute is the longest trust. */
const MAX_AGE_MS = 60_000;

interface Kept {
  readonly token: string;
  readonly stamp: string;
  readonly readAtMs: number;
}

/**
 * A token in a file, such as a service account's: read again when the file changes, when a minute has passed, or when
 * the server refused it.
 */
export function fileToken(path: string, clock: Clock = systemClock): TokenSource {
  let kept: Kept | undefined;
  return {
    async read() {
      try {
        const { mtimeMs, ino, size } = await stat(path);
        const stamp = `${mtimeMs}/${ino}/${size}`;
        const now = clock.monotonicMs();
        if (kept?.stamp !== stamp || now - kept.readAtMs > MAX_AGE_MS) {
          kept = { token: (await readFile(path, 'utf8')).trim(), stamp, readAtMs: now };
        }
      } catch (error) {
        throw new GpuscopeError(
          'CONFIG_INVALID',
          `${path}: cannot read the service account's token (${reasonOf(error)}); does the pod say automountServiceAccountToken: false?`,
          { cause: error },
        );
      }
      if (kept.token === '') {
        throw new GpuscopeError('CONFIG_INVALID', `${path}: the token's file is empty`);
      }
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}
