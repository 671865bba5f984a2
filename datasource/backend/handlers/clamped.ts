import type { Notice } from '@gpuscope/aggregation/logs';
import { warning } from './reading/notices.js';

export interface Clamped {
  readonly count: number;
  readonly notices: readonly Notice[];
}

/** As many as were asked for, or as many as there may be; less than what was asked for is said. */
export function clamped(asked: number, most: number, what: string): Clamped {
  if (asked <= most) return { count: asked, notices: [] };
  return {
    count: most,
    notices: [warning(`${asked} ${what} were asked for; at most ${most} are given at once.`)],
  };
}
