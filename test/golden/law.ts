import { CATALOG, labelsOf, type Series } from '@gpuscope/aggregation';

/** A figure, its workloads' parts and nobody's part, and the labels by which they are added up. */
interface Law {
  readonly figure: string;
  readonly owned: string;
  readonly unowned: string;
  readonly by: readonly string[];
}

const LEAF = ['uuid', 'gpu_instance'];

const LAWS: readonly Law[] = [
  law('utilization_ratio', LEAF),
  law('memory_used_bytes', LEAF),
  law('power_watts', ['uuid']),
];

function law(name: string, by: readonly string[]): Law {
  const [figure, owned, unowned] = ['', 'workload_', 'unattributed_'].map((w) => `gpu_${w}${name}`);
  return { figure: figure ?? '', owned: owned ?? '', unowned: unowned ?? '', by };
}

const ROUNDING = 1e-6;

/** Adds up a metric's values, by the labels given. */
export function sums(
  series: readonly Series[],
  metric: string,
  by: readonly string[],
): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of series) {
    if (one.metric !== metric) continue;
    const key = by.map((name) => one.labels[name] ?? '').join('/');
    found.set(key, (found.get(key) ?? 0) + one.value);
  }
  return found;
}

export const total = (series: readonly Series[], metric: string): number =>
  sums(series, metric, []).get('') ?? 0;

export const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a), Math.abs(b));

/** Every way in which one cycle's series break the law of sums or the rules for labels. */
export function breaches(series: readonly Series[]): string[] {
  return [
    ...LAWS.flatMap((one) => figureBreaches(series, one)),
    ...allocationBreaches(series),
    ...valueBreaches(series),
    ...labelBreaches(series),
  ];
}

function figureBreaches(series: readonly Series[], { figure, owned, unowned, by }: Law): string[] {
  const figures = sums(series, figure, by);
  const parts = [sums(series, owned, by), sums(series, unowned, by)];
  const keys = new Set([...figures.keys(), ...parts.flatMap((part) => [...part.keys()])]);
  return [...keys].flatMap((key) => {
    const whole = figures.get(key);
    if (whole === undefined) return [`${figure} of ${key} is absent and has parts`];
    const sum = parts.reduce((left, part) => left + (part.get(key) ?? 0), 0);
    return near(whole, sum) ? [] : [`${figure} of ${key} is ${whole}, its parts make ${sum}`];
  });
}

function allocationBreaches(series: readonly Series[]): string[] {
  const owned = sums(series, 'gpu_workload_allocated_ratio', LEAF);
  const unowned = sums(series, 'gpu_unattributed_allocated_ratio', LEAF);
  return [...sums(series, 'gpu_slice_ratio', LEAF).keys()].flatMap((key) => {
    const sum = (owned.get(key) ?? 0) + (unowned.get(key) ?? 0);
    return near(sum, 1) ? [] : [`what is allocated of ${key} and what is not make ${sum}`];
  });
}

const valueBreaches = (series: readonly Series[]): string[] =>
  series.flatMap(({ metric, labels, value }) =>
    value >= 0 && value < Infinity ? [] : [`${metric} ${JSON.stringify(labels)} is ${value}`],
  );

function labelBreaches(series: readonly Series[]): string[] {
  const rows = new Map(CATALOG.map((row) => [row.name, row]));
  const seen = new Set<string>();
  return series.flatMap(({ metric, labels }) => {
    const found: string[] = [];
    const row = rows.get(metric);
    const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([metric, sorted]);
    if (seen.has(key)) found.push(`${key} comes twice`);
    seen.add(key);
    const known = new Set(['cluster', ...(row === undefined ? [] : labelsOf(row))]);
    for (const name of Object.keys(labels)) {
      if (!known.has(name)) found.push(`${metric} carries ${name}`);
      if (row?.audience === 'operator' && ['tenant', 'namespace', 'pod'].includes(name)) {
        found.push(`${metric} is the operator's and carries ${name}`);
      }
    }
    return found;
  });
}

/** The operator's series of devices by name and labels: pods that come and go must not change them. */
export function operatorKeys(series: readonly Series[]): Set<string> {
  const operators = new Set<string>(
    CATALOG.filter(({ audience }) => audience === 'operator').map(({ name }) => name),
  );
  return new Set(
    series
      .filter(({ metric }) => operators.has(metric) && !metric.startsWith('gpu_unattributed_'))
      .map(({ metric, labels }) => `${metric}${JSON.stringify(labels)}`),
  );
}
