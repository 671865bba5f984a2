import type { Layout, Role } from '@gpuscope/aggregation/logs';
import { listed } from '../handlers/reading/notices.js';
import type { Known } from '../sessions/known.js';
import type { Check } from './check.js';
import { ok, tell, warn } from './check.js';

const TEMPLATE =
  'Use the index template that comes with gpuscope; it holds for indices that are made from then on.';
const FILTER =
  "Use the Fluent Bit filter that comes with gpuscope in place of your shipper's: it keeps labels and annotations.";

/** The label by which most apps are named. */
const APP_LABEL = 'app.kubernetes.io/name';

const indicesOf = ({ indices }: Layout, { caps }: Known): readonly string[] =>
  indices ?? caps.indices;

const named = (layout: Layout, known: Known): string => {
  const indices = indicesOf(layout, known);
  return `${layout.shape} (${indices.length} ${indices.length === 1 ? 'index' : 'indices'}: ${listed(indices)})`;
};

function labels(layout: Layout): Check {
  const field = layout.podLabel(APP_LABEL);
  if (field !== undefined) return ok(`Pod labels stand there, ${APP_LABEL} as ${field.path}.`);
  if (layout.roles.app !== undefined)
    return ok(`No pod labels, but apps are written in ${layout.roles.app.path}.`);
  return warn(
    `The ${layout.shape} records hold no pod labels that can be asked for exactly: apps are told by the metrics, or by the names of pods.`,
    FILTER,
  );
}

/** What decides who may see a record: it must be there, and whole. */
const DECIDING: readonly Role[] = ['namespace', 'host', 'cluster'];

function inexact(layout: Layout, known: Known): readonly Check[] {
  return DECIDING.flatMap((role) => {
    const field = layout.roles[role];
    if (field === undefined || field.exact !== undefined) return [];
    return warn(
      `"${field.path}" of ${named(layout, known)} is ${field.type}: words only, which can't tell who may see a record.`,
      TEMPLATE,
    );
  });
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
  const isPods = layout.roles.pod !== undefined;
  return [
    ok(`Records are written as ${named(layout, known)}.`),
    ...(isPods ? [labels(layout)] : []),
    ...inexact(layout, known),
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
    ...problems.map((problem) => warn(problem, TEMPLATE)),
  ];
}
