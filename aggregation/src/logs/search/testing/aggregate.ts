import type { Answer, Node } from '../../answers/answer.js';
import type { JsonValue } from '../../record.js';
import type { SearchBody } from '../body.js';
import type { Clause } from '../clause.js';
import { fits } from './fits.js';
import type { Stored } from './stored.js';

type Agg = Readonly<Record<string, unknown>>;
type Aggs = Readonly<Record<string, Agg>>;

interface TermsAgg {
  readonly field: string;
  readonly size: number;
  readonly order: Readonly<Record<string, string>> | readonly Readonly<Record<string, string>>[];
}

function bucket(records: readonly Stored[], { aggs }: Agg): Node {
  return { doc_count: records.length, ...aggregate(records, (aggs ?? {}) as Aggs) };
}

const keyOf = ({ index, fields }: Stored, field: string) =>
  field === '_index' ? index : fields[field];

function terms(records: readonly Stored[], agg: Agg): Node {
  const { field, size, order } = agg.terms as TermsAgg;
  const groups = new Map<string | number, Stored[]>();
  for (const record of records) {
    const key = keyOf(record, field);
    if (key === undefined) continue;
    const known = typeof key === 'boolean' ? Number(key) : key;
    groups.set(known, [...(groups.get(known) ?? []), record]);
  }
  const byKey = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  if (Array.isArray(order)) byKey.sort(([, a], [, b]) => b.length - a.length);
  return {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: byKey.slice(size).reduce((sum, [, own]) => sum + own.length, 0),
    buckets: byKey.slice(0, size).map(([key, own]) => ({ key, ...bucket(own, agg) })),
  };
}

function filters(records: readonly Stored[], agg: Agg): Node {
  const { filters: clauses, other_bucket_key: rest } = agg.filters as {
    readonly filters: Readonly<Record<string, Clause>>;
    readonly other_bucket_key: string;
  };
  const named = Object.entries(clauses).map(([name, clause]) => [name, fits(clause)] as const);
  const left = records.filter((record) => !named.some(([, fit]) => fit(record)));
  const buckets = named.map(([name, fit]) => [name, bucket(records.filter(fit), agg)] as const);
  return { buckets: Object.fromEntries([...buckets, [rest, bucket(left, agg)]]) };
}

function histogram(records: readonly Stored[], agg: Agg): Node {
  const { field, fixed_interval, interval } = agg.date_histogram as Readonly<
    Record<string, string>
  >;
  const step = Number.parseInt(fixed_interval ?? interval ?? '', 10);
  const groups = new Map<number, number>();
  for (const { fields } of records) {
    const at = Math.floor(Number(fields[field ?? '']) / step) * step;
    groups.set(at, (groups.get(at) ?? 0) + 1);
  }
  return { buckets: [...groups].map(([key, count]) => ({ key, doc_count: count })) };
}

function one(records: readonly Stored[], agg: Agg): JsonValue {
  if ('filter' in agg) return bucket(records.filter(fits(agg.filter as Clause)), agg);
  if ('terms' in agg) return terms(records, agg);
  if ('filters' in agg) return filters(records, agg);
  if ('date_histogram' in agg) return histogram(records, agg);
  throw new Error(`no reading of ${JSON.stringify(agg)}`);
}

/** What a store would answer to aggregations over these records. */
function aggregate(records: readonly Stored[], aggs: Aggs): Node {
  return Object.fromEntries(Object.entries(aggs).map(([name, agg]) => [name, one(records, agg)]));
}

/** The filter list of a body. */
export function filterOf(body: SearchBody): readonly Clause[] {
  return (body.query as { readonly bool: { readonly filter: readonly Clause[] } }).bool.filter;
}

/** The records that a body asks for. */
export function foundBy(body: SearchBody, records: readonly Stored[]): readonly Stored[] {
  return records.filter((record) => filterOf(body).every((clause) => fits(clause)(record)));
}

/** What a store would answer to a body that counts. */
export function answerTo(body: SearchBody, records: readonly Stored[]): Answer {
  const found = foundBy(body, records);
  return {
    hits: [],
    total: found.length,
    isTotalExact: true,
    aggregations: aggregate(found, (body.aggs ?? {}) as Aggs),
  };
}
