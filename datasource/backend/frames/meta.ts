import type { Column, Table, TableType } from '@gpuscope/aggregation/logs';
import type { FrameSaid } from '@gpuscope/datasource/shared';

/** Versions above 0.0 follow Grafana's data plane contract, by which alerting reads series and numbers. */
const TYPE_VERSIONS: Readonly<Record<TableType, readonly [number, number]>> = {
  'log-lines': [0, 0],
  'timeseries-multi': [0, 1],
  'timeseries-long': [0, 1],
  'numeric-multi': [0, 1],
  'numeric-long': [0, 1],
  table: [0, 0],
};

/** Grafana keeps of a notice what it knows; what it passes on untouched is `custom`. */
function customOf(custom: Table['custom'], notices: Table['notices']) {
  const all = notices.flatMap(({ said }) => said ?? []);
  const own: FrameSaid = all.length === 0 ? {} : { said: all };
  return custom === undefined && all.length === 0 ? {} : { custom: { ...custom, ...own } };
}

/** Grafana's `meta` of a frame. */
export function metaOf({
  type,
  notices,
  custom,
  preferredVisualisation,
}: Table): Readonly<Record<string, unknown>> {
  return {
    type,
    typeVersion: TYPE_VERSIONS[type],
    ...(notices.length > 0 && {
      notices: notices.map(({ severity, text }) => ({ severity, text })),
    }),
    ...customOf(custom, notices),
    ...(preferredVisualisation !== undefined && {
      preferredVisualisationType: preferredVisualisation,
    }),
  };
}

/** Grafana's names for what a browser makes of a column. */
const SCRIPT_TYPES: Readonly<Record<Column['type'], string>> = {
  time: 'time',
  string: 'string',
  json: 'other',
  number: 'number',
  integer: 'number',
};

export const scriptType = ({ type }: Column): string => SCRIPT_TYPES[type];

/** A column's labels, where its type can have some. */
export const labelsOf = (column: Column): Readonly<Record<string, string>> | undefined =>
  'labels' in column ? column.labels : undefined;

/**
 * How many values are missing. A column without gaps is not nullable: Grafana reads some columns only when they are
 * not.
 */
export function nullCount({ type, values }: Column): number {
  if (type === 'time') return 0;
  let nulls = 0;
  for (const value of values) if (value === null) nulls += 1;
  return nulls;
}
