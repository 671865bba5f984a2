import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Notice } from '@gpuscope/aggregation/logs';
import { few, warning } from '@gpuscope/aggregation/logs';
import type { StoreAnswer } from '../../stores/port.js';

/** Each notice once, in order. */
export const distinct = (notices: readonly Notice[]): readonly Notice[] => [
  ...new Map(notices.map((notice) => [`${notice.severity} ${notice.text}`, notice])).values(),
];

function failedShards({ shards }: StoreAnswer): readonly Notice[] {
  if (shards.failed === 0) return [];
  const { failed, total, reasons } = shards;
  const why = reasons[0] ?? say('notice.noReason');
  return [warning(say('notice.shardsFailed', { failed, total, why }))];
}

/**
 * What of an answer is missing, in words. Throws STORE_REFUSED where no shard answered at all: that is no answer.
 */
export function partialNotices(answer: StoreAnswer): readonly Notice[] {
  const { shards, timedOut, skippedClusters, tookMs } = answer;
  if (shards.total > 0 && shards.failed >= shards.total)
    throw new GpuscopeError(
      'STORE_REFUSED',
      say('store.noShard', { why: shards.reasons[0] ?? say('store.givesNoReason') }),
    );
  return [
    ...(timedOut
      ? [warning(say('notice.storeGaveUp', { seconds: (tookMs / 1000).toFixed(1) }))]
      : []),
    ...failedShards(answer),
    ...(skippedClusters.length > 0
      ? [warning(say('notice.clustersSkipped', { clusters: few(skippedClusters) }))]
      : []),
  ];
}
