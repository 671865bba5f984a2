import { groupBy, sumOf } from '../groupBy.js';
import type { Claim } from './claim.js';

type Tokens = Pick<Claim, 'device' | 'replicas' | 'resource'>;

/** The compute instances of a GPU instance (MIG) are things of their own; all else that names a leaf is that leaf. */
const thingOf = ({ device }: Tokens): string => (device.by === 'migUuid' ? device.migUuid : '');

/**
 * How many tokens of one leaf these are. The same thing under two resource names is there once, in two ways.
 */
export function tokensOf(all: readonly Tokens[]): number {
  return sumOf([...groupBy(all, thingOf).values()], (same) =>
    Math.max(
      ...[...groupBy(same, ({ resource }) => resource).values()].map((claims) =>
        sumOf(claims, ({ replicas }) => replicas),
      ),
    ),
  );
}
