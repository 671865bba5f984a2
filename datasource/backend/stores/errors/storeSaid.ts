import type { JsonValue } from '@gpuscope/aggregation/logs';
import { isObject, textAt } from '../json.js';

/** What a store's error says: its own types and reasons, the innermost last. */
export interface StoreSaid {
  readonly types: readonly string[];
  readonly reasons: readonly string[];
}

/** Reads `error` of an answer, whatever is there of it; proxies answer otherwise, and then there is nothing. */
export function storeSaid(body: JsonValue | undefined): StoreSaid {
  const error = isObject(body) ? body.error : undefined;
  if (typeof error === 'string') return { types: [], reasons: [error] };
  const found = causes(error, 0);
  const tell = (key: string) => [...new Set(found.map((cause) => textAt(cause, key)))];
  return {
    types: tell('type').filter((type) => type !== ''),
    reasons: tell('reason').filter((reason) => reason !== ''),
  };
}

/** One failed shard's error in a line. */
export function shardReason(failure: JsonValue): string {
  const { types, reasons } = storeSaid({ error: isObject(failure) ? (failure.reason ?? {}) : {} });
  const index = textAt(failure, 'index');
  const why = `${types.at(-1) ?? 'unknown'}: ${reasons.at(-1) ?? 'no reason given'}`;
  return index === '' ? why : `${index}: ${why}`;
}

type Cause = Readonly<Record<string, JsonValue>>;

function causes(error: JsonValue | undefined, depth: number): readonly Cause[] {
  if (!isObject(error) || depth > 8) return [];
  const shards = Array.isArray(error.failed_shards) ? (error.failed_shards as JsonValue[]) : [];
  const roots = Array.isArray(error.root_cause) ? (error.root_cause as JsonValue[]) : [];
  const inner = shards.map((shard) => (isObject(shard) ? shard.reason : undefined));
  return [error, ...[...roots, ...inner, error.caused_by].flatMap((one) => causes(one, depth + 1))];
}
