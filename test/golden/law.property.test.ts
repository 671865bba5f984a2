import fc from 'fast-check';
import {
  createPipeline,
  DEFAULT_IDENTITY,
  parseExposition,
  serialiseExposition,
  toFamilies,
  type CycleOutput,
  type Series,
} from '@gpuscope/aggregation';
import { breaches, near, sums, total } from './law.js';
import { scenarios, type Scenario, type ScenarioCycle } from './scenario.js';

const INTERVAL_MS = 15_000;
const RUNS = { numRuns: 100 };

const directory = {
  pod: () => undefined,
  namespace: (name: string) => ({
    name,
    labels: new Map([['kubesphere.io/workspace', name.replace('team-', 'tenant-')]]),
    annotations: new Map<string, string>(),
  }),
  host: (name: string) =>
    name === 'synthetic-vm' ? { tenant: 'tenant-vm', app: 'batch', user: 'somebody' } : undefined,
};

interface Played {
  readonly cycle: ScenarioCycle;
  readonly monotonicMs: number;
  readonly output: CycleOutput;
}

function play({ cycles }: Scenario): Played[] {
  const pipeline = createPipeline({
    node: 'synthetic-node',
    rules: DEFAULT_IDENTITY,
    intervalMs: INTERVAL_MS,
    detectFrozen: false,
  });
  let monotonicMs = 1_000;
  return cycles.map((cycle) => {
    monotonicMs += cycle.elapsedMs;
    const output = pipeline.cycle({
      nowMs: 1_750_000_000_000 + monotonicMs,
      monotonicMs,
      ...(cycle.telemetry === undefined ? {} : { telemetry: cycle.telemetry }),
      holders: cycle.holders,
      directory,
      place: { pool: 'pool-a', rack: '' },
    });
    return { cycle, monotonicMs, output };
  });
}

/** Seconds that each board present in a cycle is charged, worked out apart from the pipeline. */
function chargedSeconds(played: readonly Played[]): Map<string, number>[] {
  const last = new Map<string, number>();
  return played.map(({ cycle, monotonicMs }) => {
    const charged = new Map<string, number>();
    for (const { uuid } of cycle.telemetry?.boards ?? []) {
      const elapsed = monotonicMs - (last.get(uuid) ?? monotonicMs);
      charged.set(uuid, Math.min(elapsed, 3 * INTERVAL_MS) / 1000);
      last.set(uuid, monotonicMs);
    }
    return charged;
  });
}

const weighted = (amounts: ReadonlyMap<string, number>, by: ReadonlyMap<string, number>): number =>
  [...amounts].reduce((sum, [key, amount]) => sum + amount * (by.get(key) ?? 0), 0);

/** How much each board's counter grew in each cycle, as Prometheus counts it. */
function boardIncreases(played: readonly Played[]): number[] {
  const last = new Map<string, number>();
  return played.map(({ output }) => {
    let grown = 0;
    for (const [uuid, value] of sums(output.series, 'gpu_energy_joules_total', ['uuid'])) {
      const before = last.get(uuid);
      if (before !== undefined) grown += value >= before ? value - before : value;
      last.set(uuid, value);
    }
    return grown;
  });
}

const energyOf = (series: readonly Series[]): number =>
  total(series, 'gpu_account_energy_joules_total') +
  total(series, 'gpu_unattributed_energy_joules_total');

function increasesOf(
  played: readonly Played[],
  figure: (series: readonly Series[]) => number,
): number[] {
  const values = played.map(({ output }) => figure(output.series));
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

const METHODS = [
  ['utilization_method', 'gpu_workload_utilization_ratio'],
  ['memory_method', 'gpu_workload_memory_used_bytes'],
  ['power_method', 'gpu_workload_power_watts'],
] as const;

/** Labels of a metric's series by those that name a workload on a device. */
const labelsByHolder = (series: readonly Series[], metric: string): Map<string, Series['labels']> =>
  new Map(
    series
      .filter((one) => one.metric === metric)
      .map(({ labels }) => [
        JSON.stringify(
          Object.entries(labels)
            .filter(([name]) => !name.endsWith('_method'))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
        labels,
      ]),
  );

const check = (holds: (scenario: Scenario) => void): void => {
  fc.assert(fc.property(scenarios, holds), RUNS);
};

describe('the law of sums, whatever the node', () => {
  it('makes every gauge the sum of its parts in every cycle, with sound values and labels', () => {
    check((scenario) => {
      for (const { output } of play(scenario)) expect(breaches(output.series)).toEqual([]);
    });
  });

  it('says how each figure of each workload was found, and no more than that', () => {
    check((scenario) => {
      for (const { output } of play(scenario)) {
        for (const [key, labels] of labelsByHolder(output.series, 'gpu_workload_info')) {
          for (const [label, metric] of METHODS) {
            const has = labelsByHolder(output.series, metric).has(key);
            expect([key, label, (labels[label] ?? '') !== '']).toEqual([key, label, has]);
          }
        }
      }
    });
  });

  it('charges as much energy as the boards count, and power over time where none counts', () => {
    check((scenario) => {
      const played = play(scenario);
      const seconds = chargedSeconds(played);
      const expected = scenario.counts
        ? boardIncreases(played)
        : played.map(({ output }, i) =>
            weighted(sums(output.series, 'gpu_power_watts', ['uuid']), seconds[i] ?? new Map()),
          );
      increasesOf(played, energyOf).forEach((grown, i) => {
        expect([i, grown, near(grown, expected[i] ?? NaN)]).toEqual([i, grown, true]);
      });
    });
  });

  it.each([
    ['gpu_account_allocated_seconds_total', 'gpu_workload_allocated_gpus'],
    ['gpu_account_active_seconds_total', 'gpu_workload_used_gpus'],
  ])('charges %s for what is held or used, times the time charged', (account, workload) => {
    check((scenario) => {
      const played = play(scenario);
      const seconds = chargedSeconds(played);
      const grown = increasesOf(played, (series) => total(series, account));
      played.forEach(({ output }, i) => {
        const expected = weighted(sums(output.series, workload, ['uuid']), seconds[i] ?? new Map());
        expect([i, grown[i], near(grown[i] ?? NaN, expected)]).toEqual([i, grown[i], true]);
      });
    });
  });

  it('never lets an account or unattributed energy fall: Prometheus would read it as a reset', () => {
    const counter = /^gpu_(?:account_.*|unattributed_energy_joules)_total$/;
    check((scenario) => {
      const last = new Map<string, number>();
      for (const { metric, labels, value } of play(scenario).flatMap(
        ({ output }) => output.series,
      )) {
        if (!counter.test(metric)) continue;
        const key = metric + JSON.stringify(labels);
        expect(value).toBeGreaterThanOrEqual(last.get(key) ?? 0);
        last.set(key, value);
      }
    });
  });

  it.each(['prometheus', 'openmetrics'] as const)(
    'prints text that reads back whole as %s',
    (format) => {
      check((scenario) => {
        for (const { output } of play(scenario)) {
          const read = parseExposition(serialiseExposition(toFamilies(output.series), format));
          expect(read.problems).toEqual([]);
          expect(read.samples.length).toBe(output.series.length);
        }
      });
    },
  );
});
