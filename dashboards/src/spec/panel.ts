import type { PanelText } from './panelText.js';
import type {
  LinesPanel,
  MatrixPanel,
  NumberPanel,
  OwnKind,
  OwnPanel,
  QuerySpec,
  StockPanel,
  StatesPanel,
  TablePanel,
} from './panelSpec.js';
import type { Unit } from './unit.js';

type Without<T> = Omit<T, 'id' | 'text' | 'unit' | 'queries' | 'size' | 'kind'>;

type Query = Omit<QuerySpec, 'refId'>;

/** What every panel starts with. */
export interface Start {
  readonly id: string;
  readonly text: PanelText;
  readonly unit: Unit;
  readonly queries: readonly Query[];
  /** Columns of 24, rows. */
  readonly size: readonly [width: number, height: number];
}

const based = ({ id, text, unit, queries, size: [width, height] }: Start) => ({
  id,
  text,
  unit,
  queries: queries.map((query, at) => ({ refId: String.fromCharCode(65 + at), ...query })),
  size: { width, height },
});

/** Queries are named A, B, … in their order. */
export const numbers = (
  kind: NumberPanel['kind'],
  start: Start,
  more: Without<NumberPanel> = {},
): NumberPanel => ({ kind, ...based(start), ...more });

export const lines = (start: Start, more: Without<LinesPanel> = {}): LinesPanel => ({
  kind: 'timeseries',
  ...based(start),
  ...more,
});

export const statesOf = (start: Start, more: Without<StatesPanel>): StatesPanel => ({
  kind: 'statetimeline',
  ...based(start),
  ...more,
});

export const table = (start: Start, more: Without<TablePanel>): TablePanel => ({
  kind: 'table',
  ...based(start),
  ...more,
});

export const matrix = (start: Start, more: Without<MatrixPanel>): MatrixPanel => ({
  kind: 'matrix',
  ...based(start),
  ...more,
});

/** What a panel of our own starts with. */
export interface OwnStart extends Omit<Start, 'queries'> {
  /** By what each stands for. */
  readonly queries: Readonly<Record<string, Query>>;
  readonly plain: readonly StockPanel[];
}

export const own = (
  kind: OwnKind,
  { queries, plain, ...start }: OwnStart,
  more: Without<Omit<OwnPanel, 'plain'>> = {},
): OwnPanel => ({
  kind,
  ...based({ ...start, queries: [] }),
  queries: Object.entries(queries).map(([refId, query]) => ({ refId, ...query })),
  plain,
  ...more,
});
