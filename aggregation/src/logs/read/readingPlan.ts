import type { Layout, Role } from '../layout.js';
import { ROLES } from '../layout.js';
import type { LevelScale } from '../levels/scale.js';
import { scaleOf } from '../levels/fieldLevel.js';
import { shapeNamed } from '../shapes/index.js';

/** Where to look for what a record holds, worked out once for each layout: pages have thousands of records. */
export interface ReadingPlan {
  readonly paths: Readonly<Record<Role, readonly string[]>>;
  readonly levels: readonly { readonly path: string; readonly scale: LevelScale }[];
  readonly fineTime: string | undefined;
}

function makePlan(layout: Layout): ReadingPlan {
  const pathsOf = (role: Role): readonly string[] => {
    const path = layout.roles[role]?.path;
    return [...(path === undefined ? [] : [path]), ...(layout.fallbacks?.[role] ?? [])];
  };
  const paths = Object.fromEntries(ROLES.map((role) => [role, pathsOf(role)])) as Record<
    Role,
    readonly string[]
  >;
  return {
    paths,
    levels: paths.level.map((path) => ({ path, scale: scaleOf(layout, path) })),
    fineTime: shapeNamed(layout.shape).fineTime,
  };
}

const plans = new WeakMap<Layout, ReadingPlan>();

export function planOf(layout: Layout): ReadingPlan {
  const known = plans.get(layout);
  if (known !== undefined) return known;
  const plan = makePlan(layout);
  plans.set(layout, plan);
  return plan;
}
