/** A board of ours. */
export type BoardId = 'overview' | 'app' | 'user' | 'node';

/** A variable of some board. */
export type VariableName = 'datasource' | 'cluster' | 'tenant' | 'app' | 'user' | 'node' | 'rank';

/** Where a link takes a variable's value from: a column of the same row, a label of the series, or the value clicked. */
export type LinkSource =
  { readonly column: string } | { readonly label: string } | { readonly clicked: true };

/** A way to another board. Time range, data source and cluster always go along. */
export interface LinkSpec {
  readonly to: BoardId;
  readonly title: string;
  /** Variables whose values the clicked thing decides. */
  readonly set?: Readonly<Partial<Record<VariableName, LinkSource>>>;
  /** Variables of the present board to take along as they are. */
  readonly keep?: readonly VariableName[];
}
