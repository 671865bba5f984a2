import { readFile, stat } from 'node:fs/promises';
import type { TenantsFile } from '@gpuscope/aggregation';
import { formatSiteProblem, GpuscopeError, parseTenantsFile, say } from '@gpuscope/aggregation';

export interface ReaderOptions {
  readonly path: string;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** How long an answer holds before the file is looked at again. */
  readonly ttlMs: number;
  /** How long the last good file serves while the present one can't be read. */
  readonly maxStaleMs: number;
  /** Told once for each reason why the file can't be used. */
  readonly onTrouble: (error: GpuscopeError) => void;
}

interface Good {
  readonly file: TenantsFile;
  /** What the file was when it was read: its size and time of change. */
  readonly stamp: string;
  /** When it was last known to be what the disk holds. */
  readonly atMs: number;
}

/** Answers the tenants file; throws POLICY_INVALID or POLICY_UNREACHABLE when the last good one is too old. */
export type ReadTenants = () => Promise<TenantsFile>;

/** Reads the tenants file again when it changed; a broken one does not lock everybody out at once, but soon. */
export function createReader(options: ReaderOptions): ReadTenants {
  const { path, now, ttlMs, maxStaleMs, onTrouble } = options;
  let good: Good | undefined;
  let trouble: GpuscopeError | undefined;
  let pending: Promise<TenantsFile> | undefined;

  const look = async (): Promise<TenantsFile> => {
    try {
      const stamp = await stampOf(path);
      const file = good?.stamp === stamp ? good.file : await load(path);
      good = { file, stamp, atMs: now() };
      trouble = undefined;
      return file;
    } catch (error) {
      const failure = asTrouble(path, error);
      if (trouble?.message !== failure.message) onTrouble(failure);
      trouble = failure;
      if (good !== undefined && now() - good.atMs <= maxStaleMs) return good.file;
      throw failure;
    }
  };
  return () => {
    if (trouble === undefined && good !== undefined && now() - good.atMs < ttlMs) {
      return Promise.resolve(good.file);
    }
    pending ??= look().finally(() => (pending = undefined));
    return pending;
  };
}

async function stampOf(path: string): Promise<string> {
  const { mtimeNs, size, ino } = await stat(path, { bigint: true });
  return `${mtimeNs} ${size} ${ino}`;
}

async function load(path: string): Promise<TenantsFile> {
  const parsed = parseTenantsFile(await readFile(path, 'utf8'), { file: path });
  if ('site' in parsed) return parsed.site;
  throw new GpuscopeError('POLICY_INVALID', parsed.problems.map(formatSiteProblem).join('\n'));
}

function asTrouble(path: string, error: unknown): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new GpuscopeError('POLICY_UNREACHABLE', say('access.unreadable', { path, why }), {
    cause: error,
  });
}
