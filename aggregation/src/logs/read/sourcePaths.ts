import type { Layout } from '../layout.js';
import { isRole, ROLES } from '../layout.js';
import { planOf } from './readingPlan.js';

/** What every record is made of; the others are fetched where they are asked for. */
const ALWAYS = ROLES.filter((role) => role !== 'podUid' && role !== 'containerId');

/** Where a column's value stands: a role, `label.<key>`, `annotation.<key>`, or a field by its own name. */
export function columnPath(layout: Layout, name: string): string | undefined {
  if (isRole(name)) return layout.roles[name]?.path;
  const [, kind, key = ''] = /^(label|annotation)\.(.+)$/u.exec(name) ?? [];
  if (kind === 'label') return layout.podLabel(key)?.path;
  if (kind === 'annotation') return layout.podAnnotation(key)?.path;
  return layout.field(name)?.path ?? name;
}

/** The paths to fetch for records with these columns: for `_source`. */
export function sourcePaths(layout: Layout, columns: readonly string[]): readonly string[] {
  const { paths, fineTime } = planOf(layout);
  return [
    ...new Set([
      ...ALWAYS.flatMap((role) => paths[role]),
      ...(fineTime === undefined ? [] : [fineTime]),
      ...(layout.heading === undefined ? [] : [layout.heading.path]),
      ...(layout.merged ?? []),
      ...columns.flatMap((name) => columnPath(layout, name) ?? []),
    ]),
  ];
}
