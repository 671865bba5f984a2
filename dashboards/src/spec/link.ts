/** Our boards, in the order in which lists name them. */
export const BOARD_IDS = [
  'overview',
  'app',
  'user',
  'node',
  'waste',
  'health',
  'quota',
  'exporter',
] as const;

export type BoardId = (typeof BOARD_IDS)[number];

/** Where a link leads: a board, or the lines that pods wrote, which only the app has a page for. */
export type LinkTarget = BoardId | 'logs';

/** A variable of some board. */
export type VariableName = 'datasource' | 'cluster' | 'tenant' | 'app' | 'user' | 'node' | 'rank';

/** What a link may decide: a variable, or, of the page with the lines, whose lines. */
export type ChoiceName = VariableName | 'namespace' | 'pod' | 'container';

/** Where a link takes a variable's value from: a column of the same row, a label of the series, or the value clicked. */
export type LinkSource =
  { readonly column: string } | { readonly label: string } | { readonly clicked: true };

/** A way to another board or page. Time range, data source and cluster always go along. */
export interface LinkSpec {
  readonly to: LinkTarget;
  readonly title: string;
  /** Variables whose values the clicked thing decides. */
  readonly set?: Readonly<Partial<Record<ChoiceName, LinkSource>>>;
  /** Variables of the present board to take along as they are. */
  readonly keep?: readonly VariableName[];
  /** Around the moment that was clicked, not over the whole range. */
  readonly moment?: true;
}
