import { DEFAULT_IDENTITY, type IdentityRules } from '@gpuscope/aggregation';
import { createRandom } from '../model/random.js';
import { DEMO_SITE, type WorldSite } from '../model/site.js';
import { createCrowd } from './crowd.js';
import { speakersOf } from './speakers/index.js';
import { specialSays, type SpecialLines } from './special.js';
import type { LogTruth } from './truth.js';
import { createWriter } from './writer.js';

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
