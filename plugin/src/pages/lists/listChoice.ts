import type { ListSpec } from '@gpuscope/dashboards';
import { readOrder, standardOrder, writeOrder, type Order } from './order.js';

/** What the reader has chosen. */
export interface ListChoice {
  readonly search: string;
  readonly order: Order;
  readonly onlyFavourites: boolean;
  /** Rows that are drawn at most. */
  readonly limit: number;
}

/** Rows to begin with, and how many more a click adds. */
export const PAGE_OF_ROWS = 100;

export const standardChoice = (spec: ListSpec): ListChoice => ({
  search: '',
  order: standardOrder(spec),
  onlyFavourites: false,
  limit: PAGE_OF_ROWS,
});

/** Parameters of the address; undefined: what the list begins with. */
type ChoiceParameters = Readonly<Record<'q' | 'sort' | 'starred' | 'rows', string | undefined>>;

export function writeChoice(choice: ListChoice, spec: ListSpec): ChoiceParameters {
  const { search, order, onlyFavourites, limit } = choice;
  const sort = writeOrder(order);
  return {
    q: search === '' ? undefined : search,
    sort: sort === writeOrder(standardOrder(spec)) ? undefined : sort,
    starred: onlyFavourites ? '1' : undefined,
    rows: limit === PAGE_OF_ROWS ? undefined : String(limit),
  };
}

function limitOf(rows: unknown): number {
  const limit = typeof rows === 'string' ? Number(rows) : Number.NaN;
  return Number.isSafeInteger(limit) && limit > 0 ? limit : PAGE_OF_ROWS;
}

/**
 * What parameters of an address change. Those that are not among them stay as they are: Scenes tells only what differs.
 *
 * @param parameters null where the address no longer has one; nonsense stands for what the list begins with
 */
export function readChoice(
  parameters: Readonly<Record<string, unknown>>,
  spec: ListSpec,
): Partial<ListChoice> {
  const { q, sort, starred, rows } = parameters;
  return {
    ...('q' in parameters ? { search: typeof q === 'string' ? q : '' } : {}),
    ...('sort' in parameters ? { order: readOrder(sort, spec) } : {}),
    ...('starred' in parameters ? { onlyFavourites: starred === '1' } : {}),
    ...('rows' in parameters ? { limit: limitOf(rows) } : {}),
  };
}
