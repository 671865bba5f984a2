import { ALERT_NEEDS, CATALOG, labelsOf, rowOf } from '@gpuscope/aggregation';
import {
  boards,
  en,
  FOREIGN_METRICS,
  isOwn,
  plainOf,
  RECORDED,
  SELF_NAMES,
  type BoardSpec,
  type PanelSpec,
} from '@gpuscope/dashboards';
import { SELF_METRICS } from '@gpuscope/exporter';
import { ALERTS, RECORDINGS } from '@gpuscope/provisioning';
import { parser } from '@prometheus-io/lezer-promql';

/** Metrics that come from a source. */
const FROM_SOURCE = new Set(
  CATALOG.filter(({ dcgm, name }) => dcgm.length > 0 && name !== 'gpu_info').map(
    ({ name }) => name as string,
  ),
);

/** What a workload's metric is made of. */
const MADE_OF = new Map<string, string>([
  ['gpu_workload_xid_last_timestamp_seconds', 'gpu_xid_last_timestamp_seconds'],
  ['gpu_workload_last_active_timestamp_seconds', 'gpu_utilization_ratio'],
  [RECORDED.lastActive, 'gpu_utilization_ratio'],
  ['gpu_workload_memory_used_bytes', 'gpu_memory_used_bytes'],
]);

interface Read {
  readonly metrics: readonly string[];
  readonly broken: boolean;
}

/** The metric names in an expression, and whether it is PromQL at all. */
function read(expr: string): Read {
  // Variables of boards stand for numbers, durations or names in strings.
  const text = expr
    .replaceAll('$__rate_interval', '5m')
    .replaceAll('$__range', '1h')
    .replaceAll('$rank', '0');
  const metrics: string[] = [];
  let broken = false;
  parser.parse(text).iterate({
    enter: ({ type, name, from, to, node }) => {
      if (type.isError) broken = true;
      const isName = name === 'Identifier' && node.parent?.name === 'VectorSelector';
      if (isName) metrics.push(text.slice(from, to));
    },
  });
  return { metrics: [...new Set(metrics)], broken };
}

/** The panels that the app shows, and those that a stock Grafana shows in the place of our own. */
const panelsOf = ({ sections }: BoardSpec): readonly PanelSpec[] =>
  sections
    .flatMap(({ panels }) => panels)
    .flatMap((panel) => (isOwn(panel) ? [panel, ...plainOf(panel)] : [panel]));

const queriesOf = (board: BoardSpec): [string, string][] => [
  ...panelsOf(board).flatMap(({ id, queries }) =>
    queries.map(({ refId, expr }): [string, string] => [`${board.id}/${id}/${refId}`, expr]),
  ),
  ...board.marks.map(({ name, expr }): [string, string] => [`${board.id}/${name}`, expr]),
];

const BOARDS = boards(en);
const OURS = CATALOG.map(({ name }) => name as string);
const RECORDED_NAMES = RECORDINGS.map(({ record }) => record);

describe('the reader of queries', () => {
  it('finds names and broken text', () => {
    expect(read('sum by (a) (rate(x_total{b="c"}[5m])) / on (a) y')).toEqual({
      metrics: ['x_total', 'y'],
      broken: false,
    });
    expect(read('sum(').broken).toBe(true);
  });
});

describe('queries of boards', () => {
  const known = new Set<string>([
    ...OURS,
    ...RECORDED_NAMES,
    ...SELF_NAMES,
    ...Object.keys(FOREIGN_METRICS),
  ]);

  it.each(BOARDS.flatMap(queriesOf))('%s is PromQL and names metrics that there are', (_, expr) => {
    const { metrics, broken } = read(expr);
    expect(broken).toBe(false);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !known.has(name))).toEqual([]);
  });

  it('read recorded series that our rules record', () => {
    expect(RECORDED_NAMES).toEqual(expect.arrayContaining(Object.values(RECORDED)));
  });

  it('read figures of the exporter itself that it serves', () => {
    const served = SELF_METRICS.map(({ name }) => name as string);
    expect(served).toEqual(expect.arrayContaining([...SELF_NAMES]));
  });

  it.each(
    BOARDS.filter(({ audience }) => audience === 'tenant').flatMap((board) => queriesOf(board)),
  )('%s asks only for series that carry a tenant', (_, expr) => {
    const ours = CATALOG.filter(({ name }) => read(expr).metrics.includes(name));
    expect(ours.filter((row) => !labelsOf(row).includes('tenant'))).toEqual([]);
    expect(expr).toContain('tenant=~"$tenant"');
  });
});

describe('boards', () => {
  it.each(BOARDS.map((board) => [board.id, board] as const))(
    '%s has panels of different ids, a unit each, that fit the grid',
    (_id, board) => {
      const panels = panelsOf(board);
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(panels.filter(({ size }) => size.width < 1 || size.width > 24)).toEqual([]);
      const names = new Set(board.variables.map(({ name }) => name as string));
      const used = queriesOf(board).flatMap(([, expr]) =>
        [...expr.matchAll(/\$(?!__)([a-z]\w*)/g)].map((match) => match[1] ?? ''),
      );
      expect(used.filter((name) => !names.has(name))).toEqual([]);
    },
  );
});

describe('rules', () => {
  const known = new Set([
    ...OURS,
    ...RECORDED_NAMES,
    ...SELF_METRICS.map(({ name }) => name as string),
    ...Object.keys(FOREIGN_METRICS),
  ]);
  const rules = [
    ...ALERTS.map(({ alert, expr }): [string, string] => [alert, expr]),
    ...RECORDINGS.map(({ record, expr }): [string, string] => [record, expr]),
  ];

  it.each(rules)('%s is PromQL and names metrics that there are', (_, expr) => {
    const { metrics, broken } = read(expr);
    expect(broken).toBe(false);
    expect(metrics.filter((name) => !known.has(name))).toEqual([]);
  });

  it('record series of tenants with the tenant, and never the cluster out of it', () => {
    for (const { record, expr } of RECORDINGS) {
      expect(expr).toMatch(/by \(cluster/);
      if (/^(tenant|app|user|account):/.test(record)) expect(expr).toMatch(/by \([^)]*tenant/);
    }
  });

  it('of owners read series of owners, so that the alert can be sent to them', () => {
    for (const { alert, expr, audience } of ALERTS.filter((one) => one.audience === 'owner')) {
      const rows = CATALOG.filter(({ name }) => read(expr).metrics.includes(name));
      expect({ alert, audience, rows: rows.map(({ name }) => rowOf(name).audience) }).toEqual({
        alert,
        audience,
        rows: rows.map(() => 'tenant'),
      });
    }
  });

  it('need of a source what the table of needs says, and nothing else', () => {
    const needs = new Map<string, Set<string>>();
    for (const { alert, expr } of ALERTS) {
      const metrics = read(expr).metrics.map((name) => MADE_OF.get(name) ?? name);
      const given = metrics.filter((name) => FROM_SOURCE.has(name));
      if (given.length > 0) needs.set(alert, new Set([...(needs.get(alert) ?? []), ...given]));
    }
    const table = Object.entries(ALERT_NEEDS).map(
      ([alert, metrics]) => [alert, new Set<string>(metrics)] as const,
    );
    expect(needs).toEqual(new Map(table));
  });
});
