import type { LogLevel } from './level.js';

/** Milliseconds since the epoch: `fromMs` ≤ t < `toMs`. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One condition on a field; `name` is a role (`pod`, `level`, …), `label.<key>`, or a field's own name. */
export interface FieldFilter {
  readonly name: string;
  readonly op: '=' | '!=' | 'exists' | 'missing';
  /** For `=` one of these; for `!=` none of these; empty for the others. */
  readonly values: readonly string[];
}

/** Which lines. Lists mean "one of"; what is absent or empty doesn't narrow. All parts hold together. */
export interface Selection {
  readonly clusters?: readonly string[];
  readonly tenants?: readonly string[];
  readonly apps?: readonly string[];
  readonly users?: readonly string[];
  readonly namespaces?: readonly string[];
  readonly pods?: readonly string[];
  readonly containers?: readonly string[];
  /** Nodes, and machines without Kubernetes. */
  readonly hosts?: readonly string[];
  readonly units?: readonly string[];
  readonly levels?: readonly (LogLevel | 'unknown')[];
  /** Words as grep finds them, parted by blanks, all of them; "quoted" with blanks; -word must not stand there. */
  readonly words?: string;
  /** An expert's Lucene. */
  readonly lucene?: string;
  readonly filters?: readonly FieldFilter[];
}

/** The newest or oldest lines. */
export interface LinesQuestion {
  readonly show: 'lines';
  readonly selection: Selection;
  readonly direction: 'newest' | 'oldest';
  readonly limit: number;
  /** Further fields to fetch, by name. */
  readonly columns?: readonly string[];
  /** Join the lines of a stack trace to one. */
  readonly joinStacks?: boolean;
}

/** How many lines over time, by level. */
export interface VolumeQuestion {
  readonly show: 'volume';
  readonly selection: Selection;
  readonly intervalMs: number;
}

/** What lines are counted by: a role, `label.<key>`, or a field's name. */
export interface CountsQuestion {
  readonly show: 'counts';
  readonly selection: Selection;
  /** At most two; none counts all together. */
  readonly by: readonly string[];
  /** The largest groups only; the rest is told in a notice. */
  readonly top: number;
  /** Over time in these steps; absent: one number for the whole range. */
  readonly intervalMs?: number;
  /** Lines a second instead of lines; only over time. */
  readonly rate?: boolean;
}

/** The lines around one, of the same pod and container (or host and unit). */
export interface ContextQuestion {
  readonly show: 'context';
  /** A record's id. */
  readonly id: string;
  readonly direction: 'before' | 'after';
  readonly limit: number;
}

/** The values that a field has in the lines, with counts. */
export interface ValuesQuestion {
  readonly show: 'values';
  readonly selection: Selection;
  /** A role, `label.<key>`, or a field's name. */
  readonly name: string;
  /** Only values that begin with this. */
  readonly prefix?: string;
  readonly top: number;
}

/** The names of the fields that the lines have. */
export interface FieldsQuestion {
  readonly show: 'fields';
  readonly selection: Selection;
}

export type LogQuestion =
  | LinesQuestion
  | VolumeQuestion
  | CountsQuestion
  | ContextQuestion
  | ValuesQuestion
  | FieldsQuestion;
