import type { LogRecord } from '../record.js';
import type { VolumeQuestion } from '../question.js';
import type { LevelName } from '../search/levelClause.js';
import { LEVEL_NAMES } from '../search/levelClause.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Table } from '../table.js';
import type { Answer } from './answer.js';
import { info } from '../notice.js';
import type { Steps } from './volume.js';
import { readTotals, volumeTable } from './volume.js';
import { say } from '../../said/index.js';

type Sampled = Pick<LogRecord, 'level' | 'timeNs'>;
type Shares = ReadonlyMap<LevelName, number>;

function sharesOf(sample: readonly Sampled[]): Shares {
  if (sample.length === 0) return new Map([['unknown', 1]]);
  const shares = new Map<LevelName, number>();
  for (const { level = 'unknown' } of sample) {
    shares.set(level, (shares.get(level) ?? 0) + 1 / sample.length);
  }
  return shares;
}

/** A whole number of lines for each level, by their shares; together exactly `total`. */
function split(total: number, shares: Shares): ReadonlyMap<LevelName, number> {
  const parts = [...shares].map(([level, share]) => ({
    level,
    whole: Math.floor(total * share),
    rest: (total * share) % 1,
  }));
  let left = total - parts.reduce((sum, { whole }) => sum + whole, 0);
  const given = new Map<LevelName, number>();
  for (const { level, whole } of parts.sort((a, b) => b.rest - a.rest)) {
    const more = left > 0 ? 1 : 0;
    left -= more;
    given.set(level, whole + more);
  }
  return given;
}

function byStep(sample: readonly Sampled[], intervalMs: number): ReadonlyMap<number, Sampled[]> {
  const steps = new Map<number, Sampled[]>();
  for (const record of sample) {
    const ms = Number(record.timeNs / 1_000_000n);
    const at = Math.floor(ms / intervalMs) * intervalMs;
    const own = steps.get(at);
    if (own === undefined) steps.set(at, [record]);
    else own.push(record);
  }
  return steps;
}

function estimate(totals: Steps, sample: readonly Sampled[], intervalMs: number) {
  const steps = byStep(sample, intervalMs);
  const whole = sharesOf(sample);
  const levels = new Map<LevelName, Map<number, number>>();
  for (const [at, total] of totals) {
    const own = steps.get(at);
    for (const [level, count] of split(total, own === undefined ? whole : sharesOf(own))) {
      const series = levels.get(level) ?? new Map<number, number>();
      levels.set(level, series.set(at, count));
    }
  }
  return levels;
}

/**
 * Volume by level where only the lines tell their levels: the exact number of lines in each step, parted by the
 * levels of the sampled lines of that step (of the whole sample, where none is of that step). Marked as an estimate.
 */
export function readSampledVolume(
  plan: SearchPlan,
  question: VolumeQuestion,
  answer: Answer,
  sample: readonly Sampled[],
): readonly Table[] {
  const totals = readTotals(plan, question, answer);
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const levels = estimate(totals, sample, question.intervalMs);
  const isEstimate = sample.length < all;
  const notices = isEstimate ? [info(say('notice.estimate', { sample: sample.length, all }))] : [];
  return LEVEL_NAMES.flatMap((level) => {
    const steps = levels.get(level);
    return steps === undefined ? [] : [{ level, steps }];
  }).map(({ level, steps }, at) =>
    volumeTable(plan, question.intervalMs, level, steps, {
      custom: { isEstimate },
      notices: at === 0 ? notices : [],
    }),
  );
}
