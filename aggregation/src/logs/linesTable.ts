import type { JsonValue, LogRecord } from './record.js';
import { ROLES } from './layout.js';
import { info } from './notice.js';
import type { Notice, Table } from './table.js';
import { say } from '../said/index.js';

/** The texts that tell lines apart, under the names that filters use. */
const OWN = [
  'cluster',
  'namespace',
  'pod',
  'container',
  'host',
  'unit',
  'stream',
  'app',
  'user',
  'traceId',
  'spanId',
] as const satisfies readonly (keyof LogRecord)[];

/** Names that a field of the line may not take: filters read them as roles. */
const TAKEN = new Set<string>(ROLES);

const asText = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * What stands beside a line: its roles that are not empty, then the fields asked for and those of a JSON line. A
 * field of the line that has the name of a role is called `line.<name>`.
 */
export function recordLabels(
  record: LogRecord,
  isWanted: (name: string) => boolean = () => true,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const name of OWN) {
    if (record[name] !== '') labels[name] = record[name];
  }
  for (const [name, value] of record.extra) {
    if (value === null || value === '' || !isWanted(name)) continue;
    const label = TAKEN.has(name) || name === '__proto__' ? `line.${name}` : name;
    labels[label] = asText(value);
  }
  return labels;
}

export interface LinesTableOptions {
  readonly notices?: readonly Notice[];
  readonly name?: string;
  /** Only these of the further fields; absent: all that the records have. */
  readonly columns?: readonly string[];
  /** Whether the order inside each moment is the true one; absent: not said. */
  readonly isOrderExact?: boolean;
  /** Grafana's `meta.custom`: limit, total, searchWords. */
  readonly custom?: Readonly<Record<string, unknown>>;
}

/** The line as it is shown: with a sign where it was cut. */
const shown = ({ line, cut }: LogRecord) => (cut === 0 ? line : `${line}… [+${cut}]`);

/** What a reader must know of these lines. */
function noticesOf(
  records: readonly LogRecord[],
  isOrderExact: boolean | undefined,
): readonly Notice[] {
  const cut = records.filter((record) => record.cut > 0).length;
  const notices: Notice[] = [];
  if (cut > 0) {
    notices.push(info(cut === 1 ? say('notice.cutLine') : say('notice.cutLines', { lines: cut })));
  }
  if (isOrderExact === false) {
    notices.push(info(say('notice.order')));
  }
  return notices;
}

/** Lines as Grafana's data plane wants them: time to the nanosecond, line, level, id, labels. */
export function linesTable(
  records: readonly LogRecord[],
  { notices = [], name = 'lines', columns, isOrderExact, custom }: LinesTableOptions,
): Table {
  const wanted = columns === undefined ? undefined : new Set(columns);
  const isWanted = (field: string) => wanted?.has(field) ?? true;
  return {
    name,
    type: 'log-lines',
    preferredVisualisation: 'logs',
    columns: [
      {
        type: 'time',
        name: 'timestamp',
        values: BigInt64Array.from(records, ({ timeNs }) => timeNs),
      },
      { type: 'string', name: 'body', values: records.map(shown) },
      { type: 'string', name: 'severity', values: records.map(({ level }) => level ?? 'unknown') },
      { type: 'string', name: 'id', values: records.map(({ id }) => id) },
      {
        type: 'json',
        name: 'labels',
        values: records.map((record) => JSON.stringify(recordLabels(record, isWanted))),
      },
    ],
    notices: [...notices, ...noticesOf(records, isOrderExact)],
    ...(custom === undefined ? {} : { custom }),
  };
}
