import type { FieldCaps } from '../fieldCaps.js';
import type { Layout, Role } from '../layout.js';
import { ROLES } from '../layout.js';
import { valueAt } from '../read/valueAt.js';
import type { Hit } from '../record.js';
import type { SearchPlan } from '../searchPlan.js';
import type { SearchBody } from './body.js';
import { askedBy, bodyOf } from './body.js';
import { sortOf } from './sort.js';

/** How many of the newest records are looked at for the fields that they have. */
const LOOKED_AT = 200;

/** Nobody filters by these: the range, the words and the sort are there for them. */
const NOT_CHOSEN: readonly Role[] = ['time', 'message', 'offset'];

const HAS_LABEL = /\b(?:labels?|annotations?)\.(.+)$/u;

/** The label key that a field's name holds, if the layout finds the field by it. */
function labelName(layout: Layout, name: string): string | undefined {
  const [, key] = HAS_LABEL.exec(name) ?? [];
  if (key === undefined) return undefined;
  return layout.podLabel(key)?.path === name ? `label.${key}` : undefined;
}

function ownName(layout: Layout, name: string): string | undefined {
  const field = layout.field(name);
  return field?.exact !== undefined && field.path === name ? name : undefined;
}

type Source = Hit['source'];

/** The paths of everything that a record holds; keys of a flattened map are told nowhere else. */
function pathsIn(source: Source, above = ''): readonly string[] {
  return Object.entries(source).flatMap(([key, value]) => {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? pathsIn(value as Source, `${above}${key}.`) : [`${above}${key}`];
  });
}

/** Whether one of the hits holds something at a path. */
function isIn(hits: readonly Hit[] | undefined, path: string): boolean {
  return hits === undefined || hits.some(({ source }) => valueAt(source, path) !== undefined);
}

function roleNames(layout: Layout, hits: readonly Hit[] | undefined): readonly string[] {
  return ROLES.filter((role) => {
    const field = layout.roles[role];
    if (field?.exact === undefined || NOT_CHOSEN.includes(role)) return false;
    return isIn(hits, field.path);
  });
}

/**
 * The names that lines can be filtered and counted by: roles first, then `label.<key>`, then other fields. With
 * `hits` only those that the hits hold: an index's mapping tells the names of everybody's fields, so whoever may not
 * see all records is answered from their own.
 */
export function fieldsOf(
  layouts: readonly Layout[],
  caps: FieldCaps,
  hits?: readonly Hit[],
): readonly string[] {
  const roles = layouts.flatMap((layout) => roleNames(layout, hits));
  const taken = new Set(
    layouts.flatMap(({ roles: own }) => Object.values(own).map(({ path }) => path)),
  );
  const known = new Set([
    ...caps.fields.keys(),
    ...(hits ?? []).flatMap(({ source }) => pathsIn(source)),
  ]);
  const paths = [...known].filter((path) => !taken.has(path) && isIn(hits, path));
  const labels = paths.flatMap((path) =>
    layouts.flatMap((layout) => labelName(layout, path) ?? []),
  );
  const others = paths
    .filter((path) => layouts.every((layout) => labelName(layout, path) === undefined))
    .flatMap((path) => layouts.flatMap((layout) => ownName(layout, path) ?? []));
  return [
    ...new Set([
      ...ROLES.filter((role) => roles.includes(role)),
      ...labels.sort(),
      ...others.sort(),
    ]),
  ];
}

/** The newest lines of a plan, whole: for the fields that they have. */
export function fieldsSearch(plan: SearchPlan): SearchBody {
  return {
    ...bodyOf(plan, askedBy(plan), LOOKED_AT, 'none'),
    _source: true,
    sort: sortOf(plan, 'newest'),
  };
}
