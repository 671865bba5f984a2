import type { Layout } from '@gpuscope/aggregation/logs';
import { listed } from '../handlers/reading/notices.js';
import type { Known } from '../sessions/known.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';

const REMEDY =
  'Ship with the Fluent Bit filter and the index template that come with gpuscope (they hold for indices that are made from then on), or leave these indices out of the pattern.';

/** The label by which most apps are named. */
const APP_LABEL = 'app.kubernetes.io/name';

const indicesOf = ({ indices }: Layout, { caps }: Known): readonly string[] =>
  indices ?? caps.indices;

const named = (layout: Layout, known: Known): string => {
  const indices = indicesOf(layout, known);
  return `${layout.shape} (${indices.length} ${indices.length === 1 ? 'index' : 'indices'}: ${listed(indices)})`;
};

/** What they lack is among the problems. */
function labels({ podLabel, roles }: Layout): readonly Check[] {
  const field = podLabel(APP_LABEL);
  if (field !== undefined) return [ok(`Pod labels stand there, ${APP_LABEL} as ${field.path}.`)];
  if (roles.app !== undefined) return [ok(`Apps are written in ${roles.app.path}.`)];
  return [];
}

function levels({ roles, shape }: Layout): readonly Check[] {
  if (roles.level !== undefined) return [];
  return [tell(`The ${shape} records hold no level: volume by level is estimated from a sample.`)];
}

function order({ roles, shape }: Layout): readonly Check[] {
  if (roles.offset !== undefined || roles.time.type === 'date_nanos') return [];
  return [
    tell(
      `The ${shape} records hold neither nanoseconds nor a place in their file: lines of one millisecond stand in the order in which the store took them in.`,
    ),
  ];
}

function ofLayout(layout: Layout, known: Known): readonly Check[] {
  return [
    ok(`Records are written as ${named(layout, known)}.`),
    ...labels(layout),
    ...levels(layout),
    ...order(layout),
  ];
}

/** How the records are written, and what they lack. */
export function shapeChecks(index: string, known: Known): readonly Check[] {
  const { caps, layouts, problems } = known;
  return [
    ok(`${index} names ${caps.indices.length} indices (${listed(caps.indices)}).`),
    ...layouts.flatMap((layout) => ofLayout(layout, known)),
    ...problems.map((problem) => warn(problem, REMEDY)),
  ];
}
