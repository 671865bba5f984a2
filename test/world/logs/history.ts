import { DEFAULT_IDENTITY, type IdentityRules } from '@gpuscope/aggregation';
import { createRandom, type Random } from '../model/random.js';
import { DEMO_SITE, type WorldSite } from '../model/site.js';
import { criBytes } from './cri.js';
import { createCrowd } from './crowd.js';
import { speakersOf, type Speaker } from './speakers/index.js';
import { specialSays, type SpecialLines } from './special.js';
import type { LogTruth, Said } from './truth.js';

export interface LogHistoryOptions extends SpecialLines {
  /** Milliseconds since the epoch: `fromMs` ≤ t < `toMs`. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How many lines, special ones included. */
  readonly count: number;
  readonly seed?: number;
  readonly site?: WorldSite;
  /** Who names tenant, app and user of each line; left out, the default rules. */
  readonly rules?: IdentityRules;
}

/**
 * The simulated site's log lines, the oldest first, no two of the same nanosecond; the same for the same
 * options. They are true to `createWorld(site, …, seed)` in that pods log while they run.
 */
export function* createLogHistory(options: LogHistoryOptions): Generator<LogTruth> {
  const { fromMs, toMs, count, seed = 1, site = DEMO_SITE, rules = DEFAULT_IDENTITY } = options;
  const random = createRandom(seed);
  const crowd = createCrowd(speakersOf({ site, rules, fromMs, toMs, seed }));
  const write = createWriter(random);
  let special = specialSays(options);
  const plain = count - special.length;
  if (plain < 0) throw new RangeError(`count is ${String(count)}, fewer than the special lines`);
  const step = (toMs - fromMs) / Math.max(1, plain);
  for (let at = 0; at < plain;) {
    const ms = Math.floor(fromMs + (at + random.next() * 0.9) * step);
    if (special.length > 0 && at >= plain / 2) {
      yield* write(crowd.loudest(ms), ms + 1, special, 'together');
      special = [];
    }
    const { speaker, says } = crowd.speak(ms, random);
    const fit = says.slice(0, plain - at);
    yield* write(speaker, ms, fit, 'apart');
    at += fit.length;
  }
}

type Write = (
  speaker: Speaker,
  ms: number,
  says: readonly Said[],
  how: 'apart' | 'together',
) => Generator<LogTruth>;

/** Gives lines their nanosecond and their place in the file of whoever wrote them. */
function createWriter(random: Random): Write {
  const offsets = new Map<Speaker, number>();
  let last = 0n;
  return function* write(speaker, ms, says, how) {
    const begin = BigInt(ms) * 1_000_000n;
    let next = how === 'together' ? begin : begin + BigInt(Math.floor(random.next() * 900_000));
    for (const { line, level, stream = 'stdout', traceId = '' } of says) {
      const timeNs = next > last ? next : last + 1n;
      last = timeNs;
      const offset = offsets.get(speaker) ?? 0;
      offsets.set(speaker, offset + criBytes(line));
      const known = level === undefined ? {} : { level };
      yield { timeNs, line, ...known, stream, offset, traceId, source: speaker.source };
      next = timeNs + BigInt(how === 'together' ? 7 : 900 + Math.floor(random.next() * 9000));
    }
  };
}
