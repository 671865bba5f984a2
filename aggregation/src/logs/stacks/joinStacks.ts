import { withoutAnsi } from '../ansi.js';
import type { LogLevel } from '../level.js';
import type { Direction } from '../read/orderRecords.js';
import { speakerOf } from '../read/speaker.js';
import type { LogRecord } from '../record.js';
import type { Inside } from './follows.js';
import { follows } from './follows.js';

/** More lines than this are not one stack. */
const MOST_LINES = 1000;
/** A stack is printed at once. */
const MOST_GAP_NS = 5_000_000_000n;
/** As much of a line is looked at. */
const MOST_CHARS = 2000;

/** A line and those that were joined to it. */
interface Open {
  readonly parts: LogRecord[];
  inside: Inside;
}

const REPORTS: ReadonlySet<LogLevel | undefined> = new Set<LogLevel>([
  'critical',
  'error',
  'warning',
]);

function takes(open: Open, record: LogRecord): boolean {
  const last = open.parts.at(-1) ?? record;
  const isNear = record.timeNs - last.timeNs <= MOST_GAP_NS;
  return isNear && open.parts.length < MOST_LINES;
}

function joined({ parts }: Open): readonly LogRecord[] {
  const [head] = parts;
  if (head === undefined || parts.length === 1) return parts;
  const leveled = parts.find(({ level }) => level !== undefined);
  return [
    {
      ...head,
      line: parts.map(({ line }) => line).join('\n'),
      cut: parts.reduce((sum, { cut }) => sum + cut, 0),
      ...(leveled?.level === undefined ? {} : { level: leveled.level }),
      ...(leveled?.levelFrom === undefined ? {} : { levelFrom: leveled.levelFrom }),
    },
  ];
}

function joinOldestFirst(records: readonly LogRecord[]): readonly LogRecord[] {
  const all: Open[] = [];
  const openBySpeaker = new Map<string, Open>();
  for (const record of records) {
    const speaker = speakerOf(record);
    const before = openBySpeaker.get(speaker);
    const open = before !== undefined && takes(before, record) ? before : undefined;
    const reports = open?.parts.length === 1 && REPORTS.has(open.parts[0]?.level);
    const line = withoutAnsi(record.line.slice(0, MOST_CHARS));
    const { joins, inside } = follows(line, open?.inside ?? 'nothing', reports);
    if (open !== undefined && joins) {
      open.parts.push(record);
      open.inside = inside;
    } else {
      const fresh: Open = { parts: [record], inside: joins ? 'nothing' : inside };
      all.push(fresh);
      openBySpeaker.set(speaker, fresh);
    }
  }
  return all.flatMap(joined);
}

/**
 * Records with the lines of each stack trace (Java, Python, Go, Node) as one: the line that it begins with, its id and
 * its place. Lines of other speakers may stand between. What is not a stack stays as it is.
 */
export function joinStacks(
  records: readonly LogRecord[],
  direction: Direction,
): readonly LogRecord[] {
  if (direction === 'oldest') return joinOldestFirst(records);
  return joinOldestFirst(records.toReversed()).toReversed();
}
