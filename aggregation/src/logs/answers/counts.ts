import type { CountsQuestion } from '../question.js';
import { groupingOf } from '../search/counts.js';
import type { SearchPlan } from '../searchPlan.js';
import type { ColumnConfig, Notice, Table } from '../table.js';
import type { Answer } from './answer.js';
import type { Group } from './groups.js';
import { readGroups } from './groups.js';
import { groupNotices, levelNotices } from './notices.js';
import { filled, labelsOf, timeColumn } from './series.js';

/** What legends and bars call a group: its values, without the word that is the same for all. */
function named(by: readonly string[], { texts }: Group): ColumnConfig {
  if (by.length === 0) return {};
  const names = by.map((name, at) => (texts[at] === '' ? `no ${name}` : (texts[at] ?? '')));
  return { displayNameFromDS: names.join(' · ') };
}

function overTime(
  plan: SearchPlan,
  { by, rate = false }: CountsQuestion,
  group: Group,
  intervalMs: number,
): Table {
  const { range } = plan;
  const scale = rate ? 1_000 / intervalMs : 1;
  return {
    name: '',
    type: 'timeseries-multi',
    columns: [
      timeColumn(range, intervalMs),
      {
        type: 'number',
        name: rate ? 'rate' : 'lines',
        values: filled(range, intervalMs, group.steps, scale),
        labels: labelsOf(by, group),
        config: { ...named(by, group), ...(rate ? { unit: 'cps' } : {}) },
      },
    ],
    notices: [],
  };
}

function atOnce({ by }: CountsQuestion, group: Group): Table {
  return {
    name: '',
    type: 'numeric-multi',
    columns: [
      {
        type: 'number',
        name: 'lines',
        values: [group.count],
        labels: labelsOf(by, group),
        config: named(by, group),
      },
    ],
    notices: [],
  };
}

function withNotices(tables: readonly Table[], notices: readonly Notice[]): readonly Table[] {
  const [first, ...others] = tables;
  return first === undefined ? [] : [{ ...first, notices }, ...others];
}

/**
 * One table for each of the largest groups, the largest first; the number column carries the group's labels. Steps
 * without lines are zero. Without any line: one zero where nothing is counted by a name, else no table.
 * @throws GpuscopeError STORE_INVALID where the answer doesn't fit.
 */
export function readCounts(
  plan: SearchPlan,
  question: CountsQuestion,
  answer: Answer,
): readonly Table[] {
  const { by, top, intervalMs } = question;
  const { groups, unlisted, error } = readGroups(plan, groupingOf(plan, question), answer);
  const shown =
    by.length === 0 && groups.length === 0
      ? [{ texts: [], count: 0, steps: new Map<number, number>() }]
      : groups.slice(0, top);
  const rest = groups.slice(shown.length);
  const cut = { groups: rest.length, lines: rest.reduce((sum, { count }) => sum + count, 0) };
  const tables = shown.map((group) =>
    intervalMs === undefined
      ? atOnce(question, group)
      : overTime(plan, question, group, intervalMs),
  );
  const levels = by.includes('level') ? levelNotices(plan) : [];
  return withNotices(tables, [...groupNotices(cut, unlisted, error), ...levels]);
}
