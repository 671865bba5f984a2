import { setTimeout as sleep } from 'node:timers/promises';
import { RECORDINGS } from '@gpuscope/provisioning';
import { startPrometheus, type InstantSample, type PrometheusServer } from '../servers/index.js';
import { historyIntoPrometheus, WORLD_RULES, type WrittenHistory } from '../world/history/index.js';
import type { World } from '../world/model/world.js';
import { createPreviewWorld } from '../world/preview.js';
import { startForeign, type RunningForeign } from '../world/protocol/foreign/index.js';

const HOURS = 2;
const STEPS = [{ leftSeconds: 0, stepSeconds: 60 }];

let world: World;
let written: WrittenHistory;
let foreign: RunningForeign;
let prometheus: PrometheusServer;

/** When the past began to be written, seconds since the epoch. */
let begun: number;

/**
 * The last moment at which everything was scraped and recorded before anybody looked: how long the writing takes, and
 * what breaks meanwhile, changes nothing of it.
 */
let at: number;

// What takes milliseconds alone takes seconds beside all else that is tested, and to write a past takes minutes.
const SLOW_MS = 600_000;
beforeAll(async () => {
  world = createPreviewWorld({ days: HOURS / 24 });
  foreign = await startForeign(world);
  prometheus = await startPrometheus({
    config: {
      global: { scrape_interval: '1s' },
      scrape_configs: foreign.scrapeConfigs,
    },
    fill: async (folder) => {
      begun = Date.now() / 1000;
      written = await historyIntoPrometheus({ folder, world, rules: WORLD_RULES, steps: STEPS });
    },
  });
  at = written.fromSeconds + HOURS * 3600;
}, SLOW_MS);

afterAll(async () => {
  await prometheus.stop();
  await foreign.stop();
});

type Samples = readonly InstantSample[];

const labelsOf = ({ labels: { __name__: _, ...labels } }: InstantSample) => labels;
const texts = (list: Samples): string[] =>
  list.map((sample) => JSON.stringify(labelsOf(sample))).sort();
const names = (list: Samples): ReadonlySet<string> =>
  new Set(list.flatMap((sample) => Object.keys(labelsOf(sample))));
const total = (list: Samples): number => list.reduce((all, { value }) => all + value, 0);

const sum = async (query: string, when = at): Promise<number> =>
  (await prometheus.query(`sum(${query})`, when))[0]?.value ?? NaN;

describe('the site’s past in a Prometheus', () => {
  it('is as long as it was to be, and holds as much as was written', async () => {
    expect(written.toSeconds - written.fromSeconds).toBeGreaterThan(HOURS * 3600 - 600);
    // Up to the present, a step at most before it; how long ago that was depends on the machine.
    expect(written.toSeconds).toBeGreaterThan(begun - 60);
    expect(written.toSeconds).toBeLessThanOrEqual(Date.now() / 1000);
    expect(await sum('up', written.toSeconds)).toBe(2 + 3 * world.site.nodes.length);
    const counted = (job: string): Promise<number> =>
      sum(`count_over_time(up{job="${job}"}[${String(HOURS + 1)}h])`, written.toSeconds);
    const scrapes = Math.floor((written.toSeconds - written.fromSeconds) / 60) + 1;
    expect(await counted('gpuscope')).toBe(scrapes * (1 + world.site.nodes.length));
    // Machines are scraped more often, so that rates over a minute have something.
    const machines = (await counted('node-exporter')) / world.site.nodes.length;
    expect(machines / scrapes).toBeCloseTo(2, 1);
  });

  it('obeys the law of sums at every hour, for devices held and for power', async () => {
    for (const when of [at, at - 1800, at - 3600]) {
      const leaves = (await prometheus.query('count(gpu_slice_ratio)', when))[0]?.value;
      const held = await sum('gpu_workload_allocated_ratio', when);
      const rest = await sum('gpu_unattributed_allocated_ratio', when);
      expect(held).toBeGreaterThan(20);
      expect(held + rest).toBeCloseTo(leaves ?? NaN, 6);
      const watts = await sum('gpu_power_watts', when);
      const parts = await sum('gpu_workload_power_watts', when);
      expect(parts + (await sum('gpu_unattributed_power_watts', when))).toBeCloseTo(watts, 3);
    }
  });

  it('charges accounts as much time as devices were held', async () => {
    const charged = await sum('sum_over_time(account:gpu_allocated_seconds:increase5m[3599s])');
    const held = await sum('avg_over_time(cluster:gpu_workload_allocated_gpus:sum[1h])');
    expect(charged / (held * 3600)).toBeCloseTo(1, 1);
  });

  it.each(RECORDINGS.map(({ record, expr }) => [record, expr] as const))(
    'has %s as its rule would have recorded it',
    async (record, expr) => {
      const recorded = await prometheus.query(record, at);
      const computed = await prometheus.query(expr, at);
      expect(recorded.length).toBeGreaterThan(0);
      // A rate looks back: it still knows those who have just ended, and guesses what lies at the ends of its window.
      const isExact = !/rate|increase/.test(expr);
      if (isExact) expect(texts(recorded)).toEqual(texts(computed));
      else expect(names(recorded)).toEqual(names(computed));
      const difference = Math.abs(total(recorded) - total(computed));
      expect(difference).toBeLessThan((isExact ? 1e-6 : 0.15) * Math.max(1, total(computed)));
    },
  );

  it('shows what goes wrong on the site', async () => {
    const idle = await prometheus.query(
      'max by (app) (time() - gpu_workload_last_active_timestamp_seconds > 3600)',
      at,
    );
    expect(idle.map(({ labels }) => labels['app'])).toContain('segment-train');
    const hot = await prometheus.query(
      'rate(gpu_throttle_seconds_total{reason="thermal"}[5m]) > 0.1',
      at,
    );
    expect(hot).toHaveLength(1);
    expect(await sum('gpu_xid_errors_total{xid="94"}')).toBe(1);
    const nearly = await prometheus.query(
      'kube_resourcequota{type="used"} / ignoring (type) kube_resourcequota{type="hard"} > 0.85',
      at,
    );
    expect(nearly.map(({ labels }) => labels['namespace'])).toContain('team-nlp');
    expect(await sum('kube_pod_status_phase{phase="Pending"}')).toBe(1);
  });

  it('ends what has ended: a pod that is gone is gone at the next scrape', async () => {
    const held = await prometheus.query('gpu_workload_allocated_ratio', written.toSeconds);
    const running = world.pods().filter(({ phase }) => phase === 'Running');
    const names = new Set(running.map(({ name }) => name));
    expect(held.filter(({ labels }) => !names.has(labels['pod'] ?? ''))).toEqual([]);
  });
});

describe('where the past ends and the present begins', () => {
  const FOREIGN = '{job=~"kube-state-metrics|kubelet|node-exporter", __name__!~"scrape_.+"}';

  const COUNTERS = [
    'container_cpu_usage_seconds_total',
    'node_cpu_seconds_total',
    'node_network_receive_bytes_total',
    'kube_pod_container_status_restarts_total',
  ];

  beforeAll(async () => {
    world.advance(Date.now() / 1000);
    const fresh = `count(timestamp(up{job="kubelet"}) > ${String(written.toSeconds + 1)})`;
    const deadline = performance.now() + SLOW_MS / 2;
    while (performance.now() < deadline) {
      const [scraped] = await prometheus.query(fresh);
      if (scraped?.value === world.site.nodes.length) return;
      await sleep(500);
    }
    throw new Error('not every node was scraped within minutes');
  }, SLOW_MS);

  it('what others serve goes on under the same labels', async () => {
    const now = Date.now() / 1000;
    const [past, present] = [
      await prometheus.query(FOREIGN, written.toSeconds),
      await prometheus.query(FOREIGN, now),
    ];
    expect(present.length).toBeGreaterThan(500);
    const known = new Set(past.map(({ labels }) => JSON.stringify(labels)));
    // A pod may have come in between, or have begun to run; everything else is the same.
    const fresh = new Set(
      world
        .pods()
        .filter(
          ({ createdSeconds, startSeconds = createdSeconds }) => startSeconds > written.toSeconds,
        )
        .map(({ name }) => name),
    );
    const isNew = present.filter(
      ({ labels }) => !known.has(JSON.stringify(labels)) && !fresh.has(labels['pod'] ?? ''),
    );
    expect(isNew.map(({ labels }) => labels)).toEqual([]);
  });

  it('no counter falls, so nothing looks like a restart', async () => {
    for (const counter of COUNTERS) {
      const resets = await prometheus.query(`resets(${counter}[10m]) > 0`);
      expect([counter, resets]).toEqual([counter, []]);
    }
  });
});
