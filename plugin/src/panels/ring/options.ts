import type { Unit } from '@gpuscope/dashboards';

/** What the queries of the ring stand for. */
export type RingPart = 'total' | 'held' | 'used' | 'unknown';

/** Options of the ring panel. */
export interface RingOptions {
  /** What `used`, `held` and `total` count. */
  readonly unit: Unit;
  /** What the parts are called here: GPUs are held, CPU is reserved. */
  readonly names?: Readonly<Partial<Record<RingPart, string>>>;
  /** Said where figures are missing: what is not collected, and how to get it. */
  readonly ifEmpty?: string;
}
