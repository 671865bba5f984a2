import { isOwn, panelOptions, plainOf, type BoardSpec, type PanelSpec } from '@gpuscope/dashboards';

/** One question that a board puts to Prometheus. */
export interface Question {
  /** Board, panel and query. */
  readonly name: string;
  readonly expr: string;
  /** Over the whole time, not of the last moment. */
  readonly overTime: boolean;
}

/** The panels that the app shows, and those that a stock Grafana shows in the place of our own. */
const panelsOf = ({ sections }: BoardSpec): readonly PanelSpec[] =>
  sections
    .flatMap(({ panels }) => panels)
    .flatMap((panel) => (isOwn(panel) ? [panel, ...plainOf(panel)] : [panel]));

/** Numbers are the last value of a line: a line that has ended is no number. */
const isOverTime = (panel: PanelSpec): boolean =>
  panel.kind !== 'stat' && panelOptions(panel).targets.some((target) => target['range'] === true);

export const questionsOf = (board: BoardSpec): readonly Question[] =>
  panelsOf(board).flatMap((panel) =>
    panel.queries.map(({ refId, expr }) => ({
      name: `${board.id}/${panel.id}/${refId}`,
      expr,
      overTime: isOverTime(panel),
    })),
  );

/** Marks and variables. */
export const questionsBeside = (board: BoardSpec): readonly Question[] => [
  ...board.marks.map(({ name, expr }) => ({
    name: `${board.id}/mark ${name}`,
    expr,
    overTime: true,
  })),
  ...board.variables.flatMap((variable) =>
    variable.kind === 'labelValues'
      ? [
          {
            name: `${board.id}/variable ${variable.name}`,
            expr: variable.selector,
            overTime: false,
          },
        ]
      : [],
  ),
];

/** Every choice open: the value of All. */
export const ALL = { cluster: '.*', tenant: '.*', app: '.*', user: '.*', node: '.*', rank: '0' };

const OF_GRAFANA: Readonly<Record<string, string>> = { __rate_interval: '10m', __range: '1d' };

/** What Grafana puts in place of its variables. @throws {Error} where a variable has no value */
export const filled = (expr: string, values: Readonly<Record<string, string>>): string =>
  expr.replace(/\$(\w+)/g, (_, name: string) => {
    const value = OF_GRAFANA[name] ?? values[name];
    // `$1` of label_replace.
    if (value === undefined && /^\d+$/.test(name)) return `$${name}`;
    if (value === undefined) throw new Error(`no value for the variable ${name} in ${expr}`);
    return value;
  });
