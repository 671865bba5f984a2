import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Hit, JsonValue } from '@gpuscope/aggregation/logs';
import { shardReason } from './errors/storeSaid.js';
import { isObject, listAt, numberAt, objectAt, textAt } from './json.js';
import type { StoreAnswer } from './port.js';
import { skippedClusters } from './skippedClusters.js';

/** Reasons beyond these are counted only: a store with a thousand shards can give a thousand. */
const mostReasons = 5;

/**
 * Reads the answer to a search, whatever the version: totals are numbers before 7, absent where nobody asked for
 * them, and no more than a lower bound where the answer is not whole.
 *
 * @param index the pattern that was searched, whose clusters have names
 * @throws {GpuscopeError} STORE_INVALID when it is no such answer
 */
export function readAnswer(body: JsonValue, index: string): StoreAnswer {
  const inner = isObject(body) ? body.hits : undefined;
  if (!isObject(inner)) {
    throw new GpuscopeError('STORE_INVALID', say('store.noHits', { index }));
  }
  const hits = listAt(inner, 'hits').map(readHit);
  const shards = readShards(body);
  const skipped = skippedClusters(body, index);
  const timedOut = isObject(body) && body.timed_out === true;
  const total = readTotal(inner.total);
  const isWhole = shards.failed === 0 && !timedOut && skipped.length === 0;
  return {
    hits,
    total: total?.value ?? hits.length,
    isTotalExact: (total?.isExact ?? false) && isWhole,
    aggregations: objectAt(body, 'aggregations'),
    tookMs: numberAt(body, 'took'),
    timedOut,
    shards,
    skippedClusters: skipped,
  };
}

function readHit(hit: JsonValue): Hit {
  return {
    index: textAt(hit, '_index'),
    id: textAt(hit, '_id'),
    source: objectAt(hit, '_source'),
    sort: listAt(hit, 'sort'),
  };
}

function readTotal(total: JsonValue | undefined) {
  if (typeof total === 'number') return { value: total, isExact: true };
  if (!isObject(total)) return undefined;
  return { value: numberAt(total, 'value'), isExact: total.relation === 'eq' };
}

function readShards(body: JsonValue): StoreAnswer['shards'] {
  const shards = objectAt(body, '_shards');
  const reasons = [...new Set(listAt(shards, 'failures').map(shardReason))];
  const more = reasons.length - mostReasons;
  const total = numberAt(shards, 'total');
  const failed = numberAt(shards, 'failed');
  // Before Elasticsearch 8, and in OpenSearch, a shard that is nowhere has not failed; it is not successful either.
  const nowhere = Math.max(0, total - numberAt(shards, 'successful') - failed);
  return {
    total,
    failed: failed + nowhere,
    reasons: [
      ...reasons.slice(0, mostReasons),
      ...(more > 0 ? [`and ${more} more`] : []),
      ...(nowhere > 0 ? [`${nowhere} shards are on no node that answers`] : []),
    ],
  };
}
