import { GpuscopeError } from '../../errors.js';
import type { Layout } from '../layout.js';
import type { ContextQuestion, FieldFilter } from '../question.js';
import type { Hit, LogRecord } from '../record.js';
import { valueAt } from '../read/valueAt.js';
import type { SearchPlan } from '../searchPlan.js';
import type { SearchBody } from './body.js';
import { askedFor, bodyOf } from './body.js';
import type { Clause, Scalar } from './clause.js';
import { all, any, none, oneOf } from './clause.js';
import { filtersClause } from './filterClause.js';
import { ofLayout } from './indexClause.js';
import { namedSourceOf } from './lines.js';
import { oneRecord } from './record.js';
import { NANOS_FORMAT, offsetField, offsetFields, sortOf, TAKEN_IN } from './sort.js';
import { timeField } from './timeClause.js';

/** The line that others are wanted around: its hit as `recordSearch` found it, and the record read from that. */
export interface Anchor {
  readonly hit: Hit;
  readonly record: LogRecord;
}

type Side = ContextQuestion['direction'];

function samePlace({ cluster, namespace, pod, container, host, unit }: LogRecord): FieldFilter[] {
  const names = pod === '' ? { cluster, pod, host, unit } : { cluster, namespace, pod, container };
  return Object.entries(names).map(([name, value]) => ({ name, op: '=', values: [value] }));
}

/** A time with its nanoseconds, as text. */
function isoNanos(timeNs: bigint): string {
  const seconds = new Date(Number(timeNs / 1_000_000n)).toISOString().slice(0, -'.123Z'.length);
  return `${seconds}.${String(timeNs % 1_000_000_000n).padStart(9, '0')}Z`;
}

interface TimeLimit {
  readonly value: Scalar;
  readonly format: string;
}

/** The anchor's time as its index keeps it, in a form that a layout's time field is compared with. */
function timeLimit(layout: Layout, { hit, record }: Anchor): TimeLimit {
  if (layout.roles.time.type !== 'date_nanos') {
    return { value: Number(record.timeNs / 1_000_000n), format: 'epoch_millis' };
  }
  const [sorted] = hit.sort;
  const stored = typeof sorted === 'string' ? sorted : valueAt(hit.source, layout.roles.time.path);
  // A store that can't format sort values answers nanoseconds since the epoch.
  const isCount = typeof stored === 'string' && /^-?\d{12,}$/.test(stored);
  if (isCount) return { value: isoNanos(BigInt(stored)), format: NANOS_FORMAT };
  const value = typeof stored === 'string' ? stored : isoNanos(record.timeNs);
  return { value, format: NANOS_FORMAT };
}

interface Place {
  readonly offset: number | undefined;
  readonly takenIn: number;
}

/** Where the anchor stands among lines of its time, from its sort values. */
function placeOf(plan: SearchPlan, { hit }: Anchor): Place {
  const takenIn = hit.sort.at(-1);
  if (typeof takenIn !== 'number') {
    throw new GpuscopeError(
      'INTERNAL',
      `the line ${hit.id} came without the values it is sorted by`,
    );
  }
  const offsets = hit.sort.slice(1, 1 + offsetFields(plan).length);
  // A store answers a missing number with the largest or smallest that it knows.
  const offset = offsets.find(
    (value): value is number => typeof value === 'number' && Number.isSafeInteger(value),
  );
  return { offset, takenIn };
}

/**
 * Lines of the very time of the anchor that stand before or after it, by offset and then by the order in which the
 * store took them in; each stands on exactly one side. Lines without an offset stand after those with one.
 */
function tied(field: string | undefined, { offset, takenIn }: Place, side: Side): Clause {
  const bySequence: Clause = {
    range: { [TAKEN_IN]: side === 'before' ? { lte: takenIn } : { gt: takenIn } },
  };
  if (field === undefined) return bySequence;
  const exists: Clause = { exists: { field } };
  if (offset === undefined) {
    const own = all(none(exists), bySequence);
    return side === 'before' ? any(exists, own) : own;
  }
  const same = all(oneOf(field, [offset]), bySequence);
  if (side === 'before') return any({ range: { [field]: { lt: offset } } }, same);
  return any({ range: { [field]: { gt: offset } } }, same, none(exists));
}

function onSide(layout: Layout, anchor: Anchor, place: Place, side: Side): Clause {
  const field = timeField(layout);
  const { value, format } = timeLimit(layout, anchor);
  const beyond: Clause = {
    range: { [field]: side === 'before' ? { lt: value, format } : { gt: value, format } },
  };
  const same: Clause = { range: { [field]: { gte: value, lte: value, format } } };
  return any(beyond, all(same, tied(offsetField(layout), place, side)));
}

/**
 * The lines before or after one, the nearest first, of the same pod and container, or of the same machine and unit;
 * within the plan's range. The anchor is left out, and each other line stands on exactly one side.
 */
export function contextSearch(
  plan: SearchPlan,
  anchor: Anchor,
  question: ContextQuestion,
): SearchBody {
  const place = placeOf(plan, anchor);
  const { direction } = question;
  const sides = plan.branches.map(({ layout }) =>
    all(
      ofLayout(layout),
      filtersClause(plan, layout, samePlace(anchor.record)),
      onSide(layout, anchor, place, direction),
    ),
  );
  const asked = askedFor(plan, any(...sides), none(oneRecord(question.id)));
  return {
    ...bodyOf(plan, asked, question.limit, 'none'),
    _source: namedSourceOf(plan, []),
    sort: sortOf(plan, direction === 'before' ? 'newest' : 'oldest'),
  };
}
