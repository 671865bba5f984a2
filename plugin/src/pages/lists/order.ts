import type { FigureId, ListSpec } from '@gpuscope/dashboards';
import type { Row } from './rows.js';

/** By which column, and whether from the top down. */
export interface Order {
  readonly by: 'name' | 'tenant' | 'cluster' | FigureId;
  readonly descending: boolean;
}

const NAMES = ['name', 'tenant', 'cluster'] as const;

/** As the address has it: `-held` is descending. What no column has is the list's own order. */
export function readOrder(text: unknown, spec: ListSpec): Order {
  const written = typeof text === 'string' ? text : '';
  const descending = written.startsWith('-');
  const name = descending ? written.slice(1) : written;
  const by =
    NAMES.find((one) => one === name) ??
    spec.figures.find(({ id }) => id === name)?.id ??
    undefined;
  return by === undefined ? standardOrder(spec) : { by, descending };
}

/** Whoever has most comes first. */
export const standardOrder = ({ figures }: ListSpec): Order => ({
  by: figures.find(({ id }) => id === 'held')?.id ?? 'name',
  descending: true,
});

export const writeOrder = ({ by, descending }: Order): string => `${descending ? '-' : ''}${by}`;

/** A click on a column's heading: figures begin with the greatest, names with the first. */
export const nextOrder = (order: Order, by: Order['by']): Order => ({
  by,
  descending: order.by === by ? !order.descending : !NAMES.some((name) => name === by),
});

const words = new Intl.Collator(undefined, { numeric: true });

const wordOf = ({ name, labels }: Row, by: (typeof NAMES)[number]): string =>
  by === 'name' ? name : (labels[by] ?? '');

/** Rows in an order; a row without the figure comes last either way, equals by name. */
export function ordered(rows: readonly Row[], { by, descending }: Order): readonly Row[] {
  const sign = descending ? -1 : 1;
  const name = NAMES.find((one) => one === by);
  const compare = (one: Row, other: Row): number => {
    if (name !== undefined) return sign * words.compare(wordOf(one, name), wordOf(other, name));
    const [left, right] = [one, other].map(({ figures }) => figures[by as FigureId]);
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  };
  return [...rows].sort((one, other) => compare(one, other) || words.compare(one.name, other.name));
}

/** Rows in whose labels every word of the search occurs, in any case. */
export function searched(rows: readonly Row[], search: string): readonly Row[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ labels }) => {
    const text = Object.values(labels).join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
