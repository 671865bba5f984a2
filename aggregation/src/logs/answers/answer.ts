import { GpuscopeError } from '../../errors.js';
import type { Said } from '../../said/index.js';
import type { Hit, JsonValue } from '../record.js';
import { say } from '../../said/index.js';

/** What a store answered: the part of it that is read here. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** Lower bound where `isTotalExact` is false. */
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly aggregations: Readonly<Record<string, JsonValue>>;
}

/** One aggregation or bucket of an answer. */
export type Node = Readonly<Record<string, JsonValue>>;

const isNode = (value: JsonValue | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function refuse(path: string, wanted: Said, value: JsonValue | undefined): never {
  const found = JSON.stringify(value) ?? 'nothing';
  throw new GpuscopeError(
    'STORE_INVALID',
    say('store.odd', { found: found.slice(0, 80), path, wanted }),
  );
}

/** @throws GpuscopeError STORE_INVALID where the answer lacks it; so do the others. */
export function nodeIn(node: Node, name: string): Node {
  const value = node[name];
  return isNode(value) ? value : refuse(name, say('store.anObject'), value);
}

export function numberIn(node: Node, name: string): number {
  const value = node[name];
  return typeof value === 'number' ? value : refuse(name, say('store.aNumber'), value);
}

/** The buckets of an aggregation whose buckets are a list. */
export function bucketsIn(node: Node): readonly Node[] {
  const { buckets } = node;
  if (!Array.isArray(buckets)) return refuse('buckets', say('store.aList'), buckets);
  return (buckets as readonly JsonValue[]).map((bucket) =>
    isNode(bucket) ? bucket : refuse('a bucket', say('store.anObject'), bucket),
  );
}

/** A bucket's key as text: booleans and dates come with a text beside the number. */
export function keyOf(bucket: Node): string {
  const { key, key_as_string: text } = bucket;
  if (typeof text === 'string') return text;
  if (typeof key === 'string') return key;
  return typeof key === 'number' ? String(key) : refuse('key', say('store.aText'), key);
}
