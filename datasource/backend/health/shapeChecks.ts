import type { Said } from '@gpuscope/aggregation';
import { say } from '@gpuscope/aggregation';
import type { Layout } from '@gpuscope/aggregation/logs';
import { few } from '@gpuscope/aggregation/logs';
import type { Known } from '../sessions/known.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';

/** The label by which most apps are named. */
const APP_LABEL = 'app.kubernetes.io/name';

const indicesOf = ({ indices }: Layout, { caps }: Known): readonly string[] =>
  indices ?? caps.indices;

function named(layout: Layout, known: Known): Said {
  const { shape } = layout;
  const all = indicesOf(layout, known);
  const indices = few(all);
  return all.length === 1
    ? say('health.recordsOne', { shape, indices })
    : say('health.records', { shape, count: all.length, indices });
}

/** What they lack is among the problems. */
function labels({ podLabel, roles }: Layout): readonly Check[] {
  const field = podLabel(APP_LABEL);
  if (field !== undefined)
    return [ok(say('health.labels', { label: APP_LABEL, field: field.path }))];
  if (roles.app !== undefined) return [ok(say('health.apps', { field: roles.app.path }))];
  return [];
}

function levels({ roles, shape }: Layout): readonly Check[] {
  if (roles.level !== undefined) return [];
  return [tell(say('health.noLevels', { shape }))];
}

function order({ roles, shape }: Layout): readonly Check[] {
  if (roles.offset !== undefined || roles.time.type === 'date_nanos') return [];
  return [tell(say('health.noOrder', { shape }))];
}

function ofLayout(layout: Layout, known: Known): readonly Check[] {
  return [ok(named(layout, known)), ...labels(layout), ...levels(layout), ...order(layout)];
}

function found(index: string, all: readonly string[]): Said {
  const indices = few(all);
  return all.length === 1
    ? say('health.index', { index, indices })
    : say('health.indices', { index, count: all.length, indices });
}

/** How the records are written, and what they lack. */
export function shapeChecks(index: string, known: Known): readonly Check[] {
  const { caps, layouts, problems } = known;
  return [
    ok(found(index, caps.indices)),
    ...layouts.flatMap((layout) => ofLayout(layout, known)),
    ...problems.map((problem) => warn(problem, say('remedy.ship'))),
  ];
}
