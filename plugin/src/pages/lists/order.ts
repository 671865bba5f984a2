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
    NAMES.find((one) => one === name && (one === 'name' || spec.labels.includes(one))) ??
    spec.figures.find(({ id }) => id === name)?.id;
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

/** -1, 0 or 1, as sorting wants it; figures without end are equal to each other. */
const compared = <T extends string | number>(one: T, other: T): number =>
  Number(one > other) - Number(one < other);

/** Rows in an order; a row without the figure comes last either way, equals by name, and of one name by whose they are. */
export function ordered(rows: readonly Row[], { by, descending }: Order): readonly Row[] {
  const sign = descending ? -1 : 1;
  const name = NAMES.find((one) => one === by);
  const compare = (one: Row, other: Row): number => {
    if (name !== undefined) return sign * words.compare(wordOf(one, name), wordOf(other, name));
    const [left, right] = [one, other].map(({ figures }) => figures[by as FigureId]);
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * compared(left, right);
  };
  return [...rows].sort(
    (one, other) =>
      compare(one, other) || words.compare(one.name, other.name) || compared(one.key, other.key),
  );
}

/** A text without what people leave out as they search: case, accents, the width of letters. */
const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();

/** Rows in whose labels every word of the search occurs, in any case, with or without accents. */
export function searched(rows: readonly Row[], search: string): readonly Row[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  return rows.filter(({ labels }) => {
    const text = folded(Object.values(labels).join(' '));
    return wanted.every((word) => text.includes(word));
  });
}
