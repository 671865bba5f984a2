import type { Said } from '../../said/index.js';
import { info, warning } from '../notice.js';
import type { Notice } from '../table.js';
import type { SearchPlan } from '../searchPlan.js';
import { describeIndices } from '../search/exactField.js';
import { hasLevels, levelField } from '../search/levelClause.js';
import { say } from '../../said/index.js';

const linesAre = (lines: number): Said =>
  lines === 1 ? say('notice.lineIs') : say('notice.linesAre', { lines });

const smaller = (groups: number): Said =>
  groups === 1 ? say('notice.smallerGroup') : say('notice.smallerGroups', { groups });

/** What stands beside the largest groups of an answer. */
export function groupNotices(
  cut: { readonly groups: number; readonly lines: number },
  unlisted: number,
  error: number,
): readonly Notice[] {
  const notices: Notice[] = [];
  const lines = cut.lines + unlisted;
  if (lines > 0) {
    const groups = unlisted > 0 ? say('notice.someGroups') : smaller(cut.groups);
    notices.push(info(say('notice.largestGroups', { lines: linesAre(lines), groups })));
  }
  if (error > 0) {
    notices.push(warning(say('notice.countsTooLow', { error })));
  }
  return notices;
}

/** What is to be said of levels: in some indices only the line tells them, which a count can't read. */
export function levelNotices(plan: SearchPlan): readonly Notice[] {
  const layouts = plan.branches.map(({ layout }) => layout);
  if (!hasLevels(layouts)) return [];
  const without = layouts.filter((layout) => levelField(layout) === undefined);
  return without.map((layout) =>
    info(say('notice.noLevelField', { indices: describeIndices(layout) })),
  );
}
