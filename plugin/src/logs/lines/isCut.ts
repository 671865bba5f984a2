import type { DataFrame } from '@grafana/data';

interface Custom {
  readonly total?: number;
  readonly isTotalExact?: boolean;
  readonly limit?: number;
}

/** Whether there are more lines than an answer holds. */
export const isCut = (frames: readonly DataFrame[]): boolean =>
  frames.some(({ meta }) => {
    const { total = 0, isTotalExact = true, limit = Infinity }: Custom = meta?.custom ?? {};
    return total > limit || !isTotalExact;
  });
