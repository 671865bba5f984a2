import type { FigureId } from '@gpuscope/dashboards';

/** What the choice "Top ten by" stands for; its values are the board's. */
const RANKS: ReadonlyMap<unknown, FigureId> = new Map([
  ['0', 'held'],
  ['1', 'used'],
  ['2', 'unused'],
]);

/** The figure that lists are ordered by; held, where nothing or something unknown is chosen. */
export const rankOf = (value: unknown): FigureId => RANKS.get(value) ?? 'held';
