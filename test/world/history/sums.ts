import { RECORDINGS } from '@gpuscope/provisioning';
import type { PageSample } from '../protocol/foreign/index.js';

/** A shipped rule of the simplest kind: a sum or a count of one metric by some labels. */
interface SimpleRule {
  readonly record: string;
  readonly metric: string;
  readonly counts: boolean;
  readonly labels: readonly string[];
}

const SIMPLE = /^(sum|count) by \(([^)]*)\) \((\w+)\)$/;

const RULES: readonly SimpleRule[] = RECORDINGS.flatMap(({ record, expr }) => {
  const [, kind, labels = '', metric] = SIMPLE.exec(expr) ?? [];
  if (metric === undefined) return [];
  return [{ record, metric, counts: kind === 'count', labels: labels.split(', ') }];
});

const BY_METRIC = new Map<string, SimpleRule[]>();
for (const rule of RULES) {
  BY_METRIC.set(rule.metric, [...(BY_METRIC.get(rule.metric) ?? []), rule]);
}

const LAST_ACTIVE = 'gpu_workload_last_active_timestamp_seconds';
const LAST_USE = 'workload:gpu_last_active_timestamp_seconds:max';

/** What Prometheus would record of these samples by the shipped rules that add up or count one metric. */
export function recordedSums(samples: readonly PageSample[]): PageSample[] {
  // The rule of the last use bridges restarts of the exporter, of which the past has none.
  const lastUses = samples.flatMap(({ name, labels, value }) =>
    name === LAST_ACTIVE ? [{ name: LAST_USE, labels, value }] : [],
  );
  const sums = new Map<string, { name: string; labels: PageSample['labels']; value: number }>();
  for (const { name, labels, value } of samples) {
    for (const { record, counts, labels: kept } of BY_METRIC.get(name) ?? []) {
      addTo(sums, record, pick(labels, kept), counts ? 1 : value);
    }
  }
  return [...sums.values(), ...lastUses];
}

type Sums = Map<string, { name: string; labels: PageSample['labels']; value: number }>;

export function addTo(sums: Sums, name: string, labels: PageSample['labels'], value: number): void {
  const key = `${name}\n${Object.values(labels).join('\n')}`;
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { name, labels, value });
  else sum.value += value;
}

const pick = (labels: PageSample['labels'], names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, labels[name] ?? '']));
