import type { Layout } from '../layout.js';
import type { FieldFilter } from '../question.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Clause } from './clause.js';
import { all, any, EVERY, NONE, none } from './clause.js';
import { clusterPresent, ofClusters } from './clusterClause.js';
import { exactNamed } from './namedField.js';
import type { LevelName } from './levelClause.js';
import { levelClause, LEVEL_NAMES } from './levelClause.js';
import { holdsSomething, valueOneOf } from './valueClause.js';

/** Names that `whoOf` answers for. */
const BY_WHO: readonly string[] = ['app', 'user', 'tenant'];

export const isByWho = (name: string) => BY_WHO.includes(name);

interface Asked {
  oneOf(values: readonly string[]): Clause;
  readonly present: Clause;
}

function field(layout: Layout, name: string): Asked {
  const exact = exactNamed(layout, name);
  if (exact === undefined) {
    return { oneOf: (values) => (values.includes('') ? EVERY : NONE), present: NONE };
  }
  return { oneOf: (values) => valueOneOf(exact, values), present: holdsSomething(exact) };
}

/** Users call both the node and a machine without Kubernetes the host. */
function host(layout: Layout): Asked {
  const parts = [field(layout, 'node'), field(layout, 'host')];
  const present = any(...parts.map((part) => part.present));
  return {
    oneOf: (values) => {
      const full = values.filter((value) => value !== '');
      const named = any(...parts.map((part) => part.oneOf(full)));
      return full.length < values.length ? any(named, none(present)) : named;
    },
    present,
  };
}

function cluster(plan: SearchPlan, layout: Layout): Asked {
  const present = clusterPresent(plan, layout);
  return {
    oneOf: (values) =>
      any(ofClusters(plan, layout, values), values.includes('') ? none(present) : NONE),
    present,
  };
}

const isLevel = (text: string): text is LevelName =>
  (LEVEL_NAMES as readonly string[]).includes(text);

function level(layout: Layout): Asked {
  return {
    oneOf: (values) =>
      levelClause(layout, values.map((text) => (text === '' ? 'unknown' : text)).filter(isLevel)),
    present: none(levelClause(layout, ['unknown'])),
  };
}

function asked(plan: SearchPlan, layout: Layout, name: string): Asked {
  if (name === 'cluster') return cluster(plan, layout);
  if (name === 'level') return level(layout);
  return name === 'host' ? host(layout) : field(layout, name);
}

function ofFilter(plan: SearchPlan, layout: Layout, { name, op, values }: FieldFilter): Clause {
  const part = asked(plan, layout, name);
  switch (op) {
    case '=':
      return part.oneOf(values);
    case '!=':
      return none(part.oneOf(values));
    case 'exists':
      return part.present;
    case 'missing':
      return none(part.present);
  }
}

/** All of these conditions, save those on app, user and tenant. */
export function filtersClause(
  plan: SearchPlan,
  layout: Layout,
  filters: readonly FieldFilter[],
): Clause {
  const own = filters.filter(({ name }) => !isByWho(name));
  return all(...own.map((filter) => ofFilter(plan, layout, filter)));
}
