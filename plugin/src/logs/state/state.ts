import type { FieldFilter } from '@gpuscope/aggregation/logs';
import type { RowLevel } from '../../panels/lines/row.js';

/** What can be chosen by name, as addresses call it (`var-app`), in the order of the page. */
export const CHOICE_NAMES = [
  'cluster',
  'tenant',
  'app',
  'user',
  'namespace',
  'pod',
  'container',
  'node',
] as const;

export type ChosenName = (typeof CHOICE_NAMES)[number];

export const TABS = ['none', 'patterns', 'fields'] as const;

/** What stands beside the lines. */
export type Tab = (typeof TABS)[number];

/** All that the page shows, as its address has it. */
export interface LogsState {
  readonly chosen: Readonly<Partial<Record<ChosenName, readonly string[]>>>;
  readonly levels: readonly RowLevel[];
  readonly words: string;
  readonly lucene: string;
  readonly filters: readonly FieldFilter[];
  /** Patterns that lines must not have. */
  readonly without: readonly string[];
  /** As Grafana writes it: `now-6h`, or milliseconds since the epoch. */
  readonly from: string;
  readonly to: string;
  /** `5s`, `1m`, …; empty for never. */
  readonly refresh: string;
  readonly columns: readonly string[];
  readonly isWrapped: boolean;
  /** Stack traces as one line each. */
  readonly isJoined: boolean;
  readonly limit: number;
  readonly tab: Tab;
  /** Fields whose values are shown. */
  readonly fields: readonly string[];
  /** The line whose neighbours are shown. */
  readonly context: string;
  readonly isLive: boolean;
}

const DEFAULT_LIMIT = 500;

export const DEFAULT_STATE: LogsState = {
  chosen: {},
  levels: [],
  words: '',
  lucene: '',
  filters: [],
  without: [],
  from: 'now-1h',
  to: 'now',
  refresh: '',
  columns: [],
  isWrapped: true,
  isJoined: true,
  limit: DEFAULT_LIMIT,
  tab: 'none',
  fields: [],
  context: '',
  isLive: false,
};

/** The values chosen for a name. */
export const chosenOf = ({ chosen }: LogsState, name: ChosenName): readonly string[] =>
  chosen[name] ?? [];

/** The state with other values for a name. */
export function withChosen(
  state: LogsState,
  name: ChosenName,
  values: readonly string[],
): LogsState {
  const { [name]: _gone, ...rest } = state.chosen;
  return { ...state, chosen: values.length === 0 ? rest : { ...rest, [name]: values } };
}
