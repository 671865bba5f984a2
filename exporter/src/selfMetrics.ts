import type { MetricType, SeriesFamily } from '@gpuscope/aggregation';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { SelfCounter, SelfGauge } from './selfMetricRows.js';
import { SELF_METRICS } from './selfMetricRows.js';

export type LabelValues = Readonly<Record<string, string>>;

/** The exporter's metrics about itself. */
export interface SelfMetrics {
  set(name: SelfGauge, value: number, labels?: LabelValues): void;
  /** Sets a gauge's series anew: those not named any more vanish. */
  replace(name: SelfGauge, entries: readonly { labels: LabelValues; value: number }[]): void;
  add(name: SelfCounter, value: number, labels?: LabelValues): void;
  /** `refresh` is called before each reading, for what changes by itself, such as an age. */
  beforeRead(refresh: () => void): void;
  /** Gauges that were never set are left out: prom-client would serve them as 0. */
  families(): Promise<readonly SeriesFamily[]>;
}

interface Read {
  readonly name: string;
  readonly help: string;
  readonly type: unknown;
  readonly values: readonly {
    readonly value: number;
    readonly labels: Readonly<Record<string, string | number | undefined>>;
    readonly metricName?: string;
  }[];
}

const TYPES: readonly MetricType[] = ['counter', 'gauge', 'histogram', 'summary'];

function labelsOf(labels: Read['values'][number]['labels']): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, text]): [string, string][] =>
      text === undefined ? [] : [[key, String(text)]],
    ),
  );
}

/** prom-client's own text is not used: it renames counters for good once it was asked for OpenMetrics. */
function toFamily({ name, help, type, values }: Read): SeriesFamily {
  return {
    name,
    help,
    type: TYPES.find((known) => known === type) ?? 'unknown',
    samples: values.map(({ value, labels, metricName }) => ({
      labels: labelsOf(labels),
      value,
      ...(metricName !== undefined && metricName !== name && { name: metricName }),
    })),
  };
}

interface Instruments {
  readonly gauges: ReadonlyMap<string, Gauge>;
  readonly counters: ReadonlyMap<string, Counter>;
}

function register(registry: Registry): Instruments {
  const gauges = new Map<string, Gauge>();
  const counters = new Map<string, Counter>();
  for (const { name, type, help, labels } of SELF_METRICS) {
    const options = { name, help, labelNames: [...labels], registers: [registry] };
    if (type === 'gauge') gauges.set(name, new Gauge(options));
    else counters.set(name, new Counter(options));
  }
  return { gauges, counters };
}

/** Makes the metrics of the table, in a registry of their own, with those of the process beside them. */
export function createSelfMetrics(version: string, role: string): SelfMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { gauges, counters } = register(registry);
  const touched = new Set<string>();
  let refresh = (): void => undefined;
  const metrics: SelfMetrics = {
    set(name, value, labels = {}) {
      touched.add(name);
      gauges.get(name)?.set(labels, value);
    },
    replace(name, entries) {
      gauges.get(name)?.reset();
      for (const { labels, value } of entries) metrics.set(name, value, labels);
    },
    add: (name, value, labels = {}) => counters.get(name)?.inc(labels, value),
    beforeRead(next) {
      refresh = next;
    },
    async families() {
      refresh();
      const read: readonly Read[] = await registry.getMetricsAsJSON();
      return read.filter(({ name }) => !gauges.has(name) || touched.has(name)).map(toFamily);
    },
  };
  metrics.set('gpuscope_exporter_build_info', 1, { version, role });
  return metrics;
}
