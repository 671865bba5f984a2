import type { DataFrame } from '@grafana/data';
import { rowsOf } from '../shared/rows.js';

/** Figures of the ring; NaN where nobody counts. */
export interface RingModel {
  readonly total: number;
  /** Given out, whether used or not. */
  readonly held: number;
  readonly used: number;
  /** Somebody has it, and nobody knows who. */
  readonly unknown: number;
  /** Nobody has it. */
  readonly free: number;
  /** Given out and doing nothing. */
  readonly unused: number;
}

/** Several clusters add up; one that has no figure doesn't take the others' away. */
function figureOf(series: readonly DataFrame[], refId: string): number {
  const values = rowsOf(series, refId)
    .map(({ value }) => value)
    .filter(Number.isFinite);
  return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0);
}

const atLeastNone = (value: number): number => (value < 0 ? 0 : value);

/** Reads the answers to `total`, `held`, `used` and, where it is asked, `unknown`. */
export function ringModel(series: readonly DataFrame[]): RingModel {
  const [total, held, used] = ['total', 'held', 'used'].map((name) => figureOf(series, name)) as [
    number,
    number,
    number,
  ];
  const asked = figureOf(series, 'unknown');
  const unknown = Number.isNaN(asked) ? 0 : asked;
  return {
    total,
    held,
    used,
    unknown,
    free: atLeastNone(total - held - unknown),
    unused: atLeastNone(held - used),
  };
}

/** Whether there is a whole of which parts can be shown. */
export const hasWhole = ({ total }: RingModel): boolean => total > 0;

/** Whether some part is not known, though the whole is. */
export const lacksParts = ({ held, used }: RingModel): boolean =>
  Number.isNaN(held) || Number.isNaN(used);
