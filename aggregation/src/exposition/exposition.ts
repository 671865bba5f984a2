/** Label names to values. A Map, because `__proto__` is a legal label name. */
export type Labels = ReadonlyMap<string, string>;

/** Metric types of the text format 0.0.4 and of OpenMetrics 1.0. `untyped` reads as `unknown`. */
export type MetricType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'gaugehistogram'
  | 'summary'
  | 'info'
  | 'stateset'
  | 'unknown';

export type ExpositionFormat = 'prometheus' | 'openmetrics';

/** One line of an exposition. `line` counts from 1. Exemplars are read and dropped. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
  /** Milliseconds since the epoch, where the line carries a time stamp. */
  readonly timestampMs?: number;
  readonly line: number;
}

/** What the comment lines say of a family; `name` as written there (OpenMetrics: without `_total`). */
export interface Family {
  readonly name: string;
  readonly type: MetricType;
  readonly help: string;
  readonly unit: string;
}

/**
 * A line that could not be used, a limit that was reached, or something that strict readers refuse
 * (a byte order mark, CR LF). Nothing else is lost by it.
 */
export interface ExpositionProblem {
  readonly line: number;
  /** Column of the offending character, from 1, in UTF-16 code units. */
  readonly column: number;
  readonly code: ProblemCode;
  /** Names the thing, the value and what is allowed. */
  readonly reason: string;
}

export type ProblemCode =
  | 'syntax'
  | 'bad_name'
  | 'bad_label'
  | 'bad_value'
  | 'bad_timestamp'
  | 'duplicate_label'
  | 'duplicate_series'
  | 'conflicting_metadata'
  | 'bad_metadata'
  | 'missing_eof'
  | 'after_eof'
  | 'line_too_long'
  | 'too_many_samples'
  | 'too_many_labels'
  | 'too_many_problems'
  | 'binary';

/** A parsed exposition: everything that was legible, and everything that was not. */
export interface Exposition {
  readonly format: ExpositionFormat;
  readonly families: ReadonlyMap<string, Family>;
  readonly samples: readonly Sample[];
  readonly problems: readonly ExpositionProblem[];
}
