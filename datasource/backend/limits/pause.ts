import { setImmediate } from 'node:timers/promises';

/** How many of a list are worked on before others get their turn: about 10 ms of reading records. */
const CHUNK = 500;

/** Maps a long list without keeping everybody else waiting. */
export async function mapInChunks<T, R>(
  list: readonly T[],
  map: (one: T) => R,
  signal: AbortSignal,
): Promise<R[]> {
  const out: R[] = [];
  for (let start = 0; start < list.length; start += CHUNK) {
    if (start > 0) await setImmediate(undefined, { signal });
    for (const one of list.slice(start, start + CHUNK)) out.push(map(one));
  }
  return out;
}
