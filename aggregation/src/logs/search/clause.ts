/** A value that a field can be compared with. */
export type Scalar = string | number | boolean;

type ByField<Value> = Readonly<Record<string, Value>>;

export interface RangeLimits {
  readonly gt?: Scalar;
  readonly gte?: Scalar;
  readonly lt?: Scalar;
  readonly lte?: Scalar;
  readonly format?: string;
}

export interface PatternOptions {
  readonly value: string;
  readonly case_insensitive?: true;
  readonly flags?: 'NONE';
}

export type SpanClause =
  | { readonly span_term: ByField<string> }
  | { readonly span_multi: { readonly match: Clause } }
  | {
      readonly span_near: {
        readonly clauses: readonly SpanClause[];
        readonly slop: 0;
        readonly in_order: true;
      };
    };

export type IntervalRule =
  | { readonly match: { readonly query: string; readonly max_gaps: 0; readonly ordered: true } }
  | { readonly wildcard: { readonly pattern: string } }
  | {
      readonly all_of: {
        readonly intervals: readonly IntervalRule[];
        readonly max_gaps: 0;
        readonly ordered: true;
      };
    };

export interface BoolClause {
  readonly filter?: readonly Clause[];
  readonly should?: readonly Clause[];
  readonly must_not?: readonly Clause[];
  readonly minimum_should_match?: 1;
}

/**
 * The part of the stores' query language that we write. What is not here can't be sent: no query_string, no
 * scripts, no joins, no look-ups of terms.
 */
export type Clause =
  | { readonly match_all: Readonly<Record<string, never>> }
  | { readonly match_none: Readonly<Record<string, never>> }
  | { readonly term: ByField<Scalar> }
  | { readonly terms: ByField<readonly Scalar[]> }
  | { readonly exists: { readonly field: string } }
  | { readonly range: ByField<RangeLimits> }
  | { readonly ids: { readonly values: readonly string[] } }
  | { readonly prefix: ByField<PatternOptions> }
  | { readonly wildcard: ByField<PatternOptions> }
  | { readonly regexp: ByField<PatternOptions> }
  | { readonly match_phrase: ByField<string> }
  | { readonly intervals: ByField<IntervalRule> }
  | SpanClause
  | { readonly bool: BoolClause };

export const EVERY: Clause = { match_all: {} };
export const NONE: Clause = { match_none: {} };

/** Fewer than the stores' own limit (65,536) of texts in one `terms`. */
const TERMS_LIMIT = 50_000;

const isEvery = (clause: Clause) => 'match_all' in clause;
const isNone = (clause: Clause) => 'match_none' in clause;

/** All of them; none at all is everything. */
export function all(...clauses: readonly Clause[]): Clause {
  const kept = clauses.filter((clause) => !isEvery(clause));
  if (kept.some(isNone)) return NONE;
  const [only] = kept;
  if (only === undefined) return EVERY;
  return kept.length === 1 ? only : { bool: { filter: kept } };
}

/** Any of them; none at all is nothing. */
export function any(...clauses: readonly Clause[]): Clause {
  const kept = clauses.filter((clause) => !isNone(clause));
  if (kept.some(isEvery)) return EVERY;
  const [only] = kept;
  if (only === undefined) return NONE;
  return kept.length === 1 ? only : { bool: { should: kept, minimum_should_match: 1 } };
}

/** The opposite. */
export function none(clause: Clause): Clause {
  if (isEvery(clause)) return NONE;
  return isNone(clause) ? EVERY : { bool: { must_not: [clause] } };
}

/** The field holds one of these. */
export function oneOf(field: string, values: readonly Scalar[]): Clause {
  const distinct = [...new Set(values)];
  const [only] = distinct;
  if (only === undefined) return NONE;
  if (distinct.length === 1) return { term: { [field]: only } };
  const parts: Clause[] = [];
  for (let start = 0; start < distinct.length; start += TERMS_LIMIT) {
    parts.push({ terms: { [field]: distinct.slice(start, start + TERMS_LIMIT) } });
  }
  return any(...parts);
}

/** The field holds a text that is not empty, or a value that is no text. */
export function present(field: string, isText = true): Clause {
  const exists: Clause = { exists: { field } };
  return isText ? { bool: { filter: [exists], must_not: [{ term: { [field]: '' } }] } } : exists;
}
