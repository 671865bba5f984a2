import type { LogTruth } from '../../../world/logs/index.js';
import type { Backend } from './backend.js';

const FROM = Date.UTC(2026, 9, 1, 8);

/** The time in which the site's lines were written. */
export const RANGE = { fromMs: FROM, toMs: FROM + 7_200_000 };

/** What one shipper brought into the store, and the backend that reads it. */
export interface Shipped {
  readonly backend: Backend;
  /** The oldest first. */
  readonly truths: readonly LogTruth[];
  /** By how much they wrote. */
  readonly apps: readonly string[];
}
