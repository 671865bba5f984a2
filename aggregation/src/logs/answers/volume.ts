import type { VolumeQuestion } from '../question.js';
import { LEVEL_NAMES } from '../search/levelClause.js';
import { groupingOf } from '../search/counts.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Notice, Table } from '../table.js';
import type { Answer } from './answer.js';
import { readGroups } from './groups.js';
import { levelNotices } from './notices.js';
import { filled, timeColumn } from './series.js';

/** Lines by the beginning of their step, ms since the epoch. */
export type Steps = ReadonlyMap<number, number>;

/** One level's lines over time, as Grafana's volume has it. */
export function volumeTable(
  plan: SearchPlan,
  intervalMs: number,
  level: string,
  steps: Steps,
  more: Partial<Table> = {},
): Table {
  const { range } = plan;
  return {
    name: '',
    type: 'timeseries-multi',
    columns: [
      timeColumn(range, intervalMs),
      {
        type: 'number',
        name: 'lines',
        values: filled(range, intervalMs, steps),
        labels: { level },
        config: { displayNameFromDS: level },
      },
    ],
    notices: [],
    preferredVisualisation: 'graph',
    ...more,
  };
}

/**
 * Lines over time: one table for each level that occurs, the worst first; all lines as `unknown` where the records
 * have no level as a field. No line at all: no table.
 */
export function readVolume(
  plan: SearchPlan,
  question: VolumeQuestion,
  answer: Answer,
): readonly Table[] {
  const grouping = groupingOf(plan, question);
  const { groups } = readGroups(plan, grouping, answer);
  const byLevel = new Map(groups.map(({ texts, steps }) => [texts[0] ?? 'unknown', steps]));
  const notices: readonly Notice[] = levelNotices(plan);
  return LEVEL_NAMES.flatMap((level) => {
    const steps = byLevel.get(level);
    return steps === undefined ? [] : [volumeTable(plan, question.intervalMs, level, steps)];
  }).map((table, at) => (at === 0 ? { ...table, notices } : table));
}

/** All lines over time, whatever their level. */
export function readTotals(plan: SearchPlan, question: VolumeQuestion, answer: Answer): Steps {
  const { groups } = readGroups(plan, groupingOf(plan, question), answer);
  const totals = new Map<number, number>();
  for (const { steps } of groups) {
    for (const [at, count] of steps) totals.set(at, (totals.get(at) ?? 0) + count);
  }
  return totals;
}
