import type { Drop, DropReason } from './telemetry.js';
import { byText } from './order.js';

/** Counts samples that were dropped, by field and reason. */
export class DropTally {
  private readonly counts = new Map<string, Drop>();

  add(field: string, reason: DropReason, count = 1): void {
    if (count === 0) return;
    const key = `${field}/${reason}`;
    this.counts.set(key, { field, reason, count: count + (this.counts.get(key)?.count ?? 0) });
  }

  /** Sorted by field and reason. */
  list(): Drop[] {
    return [...this.counts].sort(([a], [b]) => byText(a, b)).map(([, drop]) => drop);
  }
}
