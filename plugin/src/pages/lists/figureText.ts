import type { Unit } from '@gpuscope/dashboards';
import { formatAmount, formatNumber } from '../../words/index.js';

/** Units that the heading of their column says. */
const IN_HEADING: readonly Unit[] = ['gpus', 'cores'];

/** A figure in a column, short enough to be compared downwards. */
export const figureText = (value: number, unit: Unit): string =>
  IN_HEADING.includes(unit)
    ? formatNumber(value, Math.abs(value) >= 10 ? 1 : 2)
    : formatAmount(value, unit);
