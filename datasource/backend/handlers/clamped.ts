import { say } from '@gpuscope/aggregation';
import type { Notice } from '@gpuscope/aggregation/logs';
import { warning } from '@gpuscope/aggregation/logs';

export interface Clamped {
  readonly count: number;
  readonly notices: readonly Notice[];
}

/** What it is that there may be only so many of. */
type ClampedId = 'notice.mostLines' | 'notice.mostPage' | 'notice.mostValues' | 'notice.mostGroups';

/** As many as were asked for, or as many as there may be; less than what was asked for is said. */
export function clamped(asked: number, most: number, id: ClampedId): Clamped {
  if (asked <= most) return { count: asked, notices: [] };
  return {
    count: most,
    notices: [warning(say(id, { asked, most }))],
  };
}
