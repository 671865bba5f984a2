import type { Unit } from '@gpuscope/dashboards';

/** Options of the ring panel. */
export interface RingOptions {
  /** What `used`, `held` and `total` count. */
  readonly unit: Unit;
  /** Said where the figures are missing: what is not collected, and how to get it. */
  readonly ifEmpty?: string;
}
