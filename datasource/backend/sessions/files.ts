import { stat } from 'node:fs/promises';

async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return 'absent';
  }
}

const stampsOf = async (paths: readonly string[]): Promise<string> =>
  (await Promise.all(paths.map(stampOf))).join('\n');

/** Tells whether files are still what they were at the first call; the disk is looked at no more often than asked. */
export async function watchFiles(
  paths: readonly string[],
  everyMs: number,
  now: () => number,
): Promise<() => Promise<boolean>> {
  const first = await stampsOf(paths);
  let lookedMs = now();
  let same = true;
  return async () => {
    if (paths.length === 0 || now() - lookedMs < everyMs) return same;
    lookedMs = now();
    same &&= (await stampsOf(paths)) === first;
    return same;
  };
}
