import type { Random } from '../model/random.js';
import { criBytes } from './cri.js';
import type { Speaker } from './speakers/index.js';
import type { LogSource, LogTruth, Said } from './truth.js';

/** Writes what somebody says at a moment, `apart` by microseconds or `together` in one millisecond. */
export type Write = (
  speaker: Speaker,
  ms: number,
  says: readonly Said[],
  how: 'apart' | 'together',
) => Generator<LogTruth>;

/** Gives lines their nanosecond and their place in the file of whoever wrote them. */
export function createWriter(random: Random): Write {
  const offsets = new Map<LogSource, number>();
  let last = 0n;
  return function* write(speaker, ms, says, how) {
    const begin = BigInt(ms) * 1_000_000n;
    let next = how === 'together' ? begin : begin + BigInt(Math.floor(random.next() * 900_000));
    for (const { line, level, stream = 'stdout', traceId = '' } of says) {
      const timeNs = next > last ? next : last + 1n;
      last = timeNs;
      const offset = offsets.get(speaker.source) ?? 0;
      offsets.set(speaker.source, offset + criBytes(line));
      const known = level === undefined ? {} : { level };
      yield { timeNs, line, ...known, stream, offset, traceId, source: speaker.source };
      next = timeNs + BigInt(how === 'together' ? 7 : 900 + Math.floor(random.next() * 9000));
    }
  };
}
