import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the backend counts of itself. */
export interface SelfMetrics {
  /** A question was answered; `outcome` is `ok` or an error's code. */
  answered(kind: string, outcome: string, seconds: number): void;
  /** The store answered a search, by its own clock. */
  stored(kind: string, seconds: number): void;
  /** Hits that the check after the search took out: the store answered more than it was asked. */
  dropped(hits: number): void;
  looked(cache: string, found: 'hit' | 'miss'): void;
  /** Read at each scrape. */
  readonly gauges: {
    inFlight: () => number;
    waiting: () => number;
    sessions: () => number;
    readings: () => number;
  };
  text(): Promise<string>;
}

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const zero = (): number => 0;

function gaugesOf(registry: Registry): SelfMetrics['gauges'] {
  const gauges = { inFlight: zero, waiting: zero, sessions: zero, readings: zero };
  const helps: Readonly<Record<keyof typeof gauges, readonly [string, string]>> = {
    inFlight: ['gpuscope_logs_in_flight', 'Questions that are being answered.'],
    waiting: ['gpuscope_logs_waiting', 'Questions that wait for a free place of their tenant.'],
    sessions: ['gpuscope_logs_sessions', 'Data sources with an open connection to their store.'],
    readings: ['gpuscope_logs_readings', 'Readings of many pages that are open.'],
  };
  for (const [key, [name, help]] of Object.entries(helps)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(gauges[key as keyof typeof gauges]());
      },
    });
  }
  return gauges;
}

/** Metrics in a registry of their own. */
export function createSelfMetrics(version: string): SelfMetrics {
  const registry = new Registry();
  const registers = [registry];
  const make = { registers, labelNames: ['kind'] as const };
  const answers = new Counter({
    name: 'gpuscope_logs_questions_total',
    help: 'Questions by kind and outcome: ok, or the code of the error.',
    registers,
    labelNames: ['kind', 'outcome'] as const,
  });
  const seconds = new Histogram({
    ...make,
    name: 'gpuscope_logs_question_seconds',
    help: 'Time from a question to its answer.',
    buckets: SECONDS,
  });
  const storeSeconds = new Histogram({
    ...make,
    name: 'gpuscope_logs_store_seconds',
    help: "Time that the store took for a search, by the store's own clock.",
    buckets: SECONDS,
  });
  const hits = new Counter({
    name: 'gpuscope_logs_hits_dropped_total',
    help: 'Hits outside the scope of the asker that the store answered with nevertheless.',
    registers,
  });
  const looks = new Counter({
    name: 'gpuscope_logs_cache_looks_total',
    help: 'Looks into a cache, by whether it held the thing.',
    registers,
    labelNames: ['cache', 'found'] as const,
  });
  const info = new Gauge({
    name: 'gpuscope_logs_build_info',
    help: 'The version of the backend.',
    registers,
    labelNames: ['version'] as const,
  });
  info.set({ version }, 1);
  return {
    answered(kind, outcome, took) {
      answers.inc({ kind, outcome });
      seconds.observe({ kind }, took);
    },
    stored: (kind, took) => storeSeconds.observe({ kind }, took),
    dropped: (count) => hits.inc(count),
    looked: (cache, found) => looks.inc({ cache, found }),
    gauges: gaugesOf(registry),
    text: () => registry.metrics(),
  };
}
