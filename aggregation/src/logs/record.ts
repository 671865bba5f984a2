import type { LogLevel } from './level.js';
import type { ShapeName } from './layout.js';

/** A value that a log record's field can hold, as JSON has it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One hit, as stores answer it. */
export interface Hit {
  readonly index: string;
  readonly id: string;
  readonly source: Readonly<Record<string, JsonValue>>;
  /** The sort values, as they came. */
  readonly sort: readonly JsonValue[];
}

/** One log line, whatever shipped it. Texts that the record lacks are empty. */
export interface LogRecord {
  /** Unique and stable: the index and the store's own id. */
  readonly id: string;
  readonly shape: ShapeName;
  /** Nanoseconds since the epoch. */
  readonly timeNs: bigint;
  /** The line without its final line break; ANSI sequences are kept. */
  readonly line: string;
  /** How many characters were cut off an over-long line. */
  readonly cut: number;
  readonly level?: LogLevel;
  /** Whether the level was a field, or read from the line. */
  readonly levelFrom?: 'field' | 'line';
  /** What a JSON line says in words: its `msg`, `message`, … */
  readonly message?: string;
  /** Where the line begins in its file, bytes: orders the lines of one moment. */
  readonly offset?: number;
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** The node, or the machine of a record without a pod. */
  readonly host: string;
  readonly unit: string;
  readonly stream: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly app: string;
  readonly user: string;
  /** Fields asked for as columns, and what a JSON line holds, by name. */
  readonly extra: ReadonlyMap<string, JsonValue>;
}
