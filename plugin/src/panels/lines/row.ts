import type { LogLevel } from '@gpuscope/aggregation/logs';

/** A line's level, with the word for one that nobody knows. */
export type RowLevel = LogLevel | 'unknown';

/** Where a value of a line leads, such as a trace. */
export interface RowLink {
  /** The field that leads there. */
  readonly name: string;
  readonly title: string;
  readonly href: string;
}

/** One line as lists draw it. */
export interface LogRow {
  /** As the data source names it; empty for lines of other sources. */
  readonly id: string;
  /** Milliseconds since the epoch; NaN for a line without a time. */
  readonly timeMs: number;
  /** Nanoseconds within that millisecond. */
  readonly nanos: number;
  /** As it was written, escape sequences included. */
  readonly line: string;
  readonly level: RowLevel;
  readonly labels: Readonly<Record<string, string>>;
  readonly links: readonly RowLink[];
}
