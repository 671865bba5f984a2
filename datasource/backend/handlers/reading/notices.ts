import { GpuscopeError } from '@gpuscope/aggregation';
import type { Notice } from '@gpuscope/aggregation/logs';
import type { StoreAnswer } from '../../stores/port.js';

const MAX_NAMED = 3;

/** Some names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).join(', ');
  return names.length > MAX_NAMED ? `${shown} and ${names.length - MAX_NAMED} more` : shown;
}

export const warning = (text: string): Notice => ({ severity: 'warning', text });
export const info = (text: string): Notice => ({ severity: 'info', text });

/** Each notice once, in order. */
export const distinct = (notices: readonly Notice[]): readonly Notice[] => [
  ...new Map(notices.map((notice) => [`${notice.severity} ${notice.text}`, notice])).values(),
];

function failedShards({ shards }: StoreAnswer): readonly Notice[] {
  if (shards.failed === 0) return [];
  const why = shards.reasons[0] ?? 'the store gives no reason';
  return [
    warning(
      `Some lines are missing: ${shards.failed} of ${shards.total} shards of the store gave no answer (${why}).`,
    ),
  ];
}

/**
 * What of an answer is missing, in words. Throws STORE_REFUSED where no shard answered at all: that is no answer.
 */
export function partialNotices(answer: StoreAnswer): readonly Notice[] {
  const { shards, timedOut, skippedClusters, tookMs } = answer;
  if (shards.total > 0 && shards.failed >= shards.total)
    throw new GpuscopeError(
      'STORE_REFUSED',
      `no shard of the store answered: ${shards.reasons[0] ?? 'it gives no reason'}`,
    );
  return [
    ...(timedOut
      ? [
          warning(
            `Some lines are missing: the store gave up after ${(tookMs / 1000).toFixed(1)} s and answered with what it had found; ask for a shorter time range or for less.`,
          ),
        ]
      : []),
    ...failedShards(answer),
    ...(skippedClusters.length > 0
      ? [warning(`Some lines are missing: no answer from ${listed(skippedClusters)}.`)]
      : []),
  ];
}
