import type { Notice } from '../table.js';
import type { SearchPlan } from '../searchPlan.js';
import { describeIndices } from '../search/exactField.js';
import { hasLevels, levelField } from '../search/levelClause.js';

export const info = (text: string): Notice => ({ severity: 'info', text });
const warning = (text: string): Notice => ({ severity: 'warning', text });

const plural = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What stands beside the largest groups of an answer. */
export function groupNotices(
  cut: { readonly groups: number; readonly lines: number },
  unlisted: number,
  error: number,
): readonly Notice[] {
  const notices: Notice[] = [];
  const lines = cut.lines + unlisted;
  if (lines > 0) {
    const groups =
      unlisted > 0 ? 'smaller groups' : plural(cut.groups, 'smaller group', 'smaller groups');
    notices.push(
      info(
        `Only the largest groups are shown; ${plural(lines, 'line is', 'lines are')} of ${groups}.`,
      ),
    );
  }
  if (error > 0) {
    notices.push(
      warning(
        `Counts may be too low by up to ${error}: the store's shards told their largest groups only.`,
      ),
    );
  }
  return notices;
}

/** What is to be said of levels: in some indices only the line tells them, which a count can't read. */
export function levelNotices(plan: SearchPlan): readonly Notice[] {
  const layouts = plan.branches.map(({ layout }) => layout);
  if (!hasLevels(layouts)) return [];
  const without = layouts.filter((layout) => levelField(layout) === undefined);
  return without.map((layout) =>
    info(`No level is a field in ${describeIndices(layout)}: their lines count as unknown.`),
  );
}
