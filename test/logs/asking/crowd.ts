import fc from 'fast-check';
import { record } from '../../../aggregation/src/logs/search/testing/arbitraries.js';
import type { Stored } from '../../../aggregation/src/logs/search/testing/stored.js';

/** Records that share times, names and absences: every question finds some and misses some. */
export function crowd(size: number, seed: number): readonly Stored[] {
  return fc.sample(record, { numRuns: size, seed });
}
