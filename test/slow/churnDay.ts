import {
  createPipeline,
  NO_TELEMETRY,
  type Pipeline,
  type Reading,
  type Telemetry,
} from '@gpuscope/aggregation';
import { WORLD_RULES } from '../world/history/index.js';
import { createOpenMetrics, type OpenMetricsWriter } from '../world/history/openMetrics.js';
import { worldDirectory } from '../world/history/directory.js';
import { holderReport } from '../world/history/holders.js';
import type { WorldNode } from '../world/model/hardware.js';
import { createWorld, type World } from '../world/model/world.js';
import { CHURN_SITE } from './churnSite.js';

export const CYCLE_SECONDS = 15;

/** GPU-seconds by account, as they really were while an exporter was up. */
export interface DayTruth {
  readonly held: number;
  readonly busy: number;
}

export interface Day {
  /** What each scrape would have got, with its time, as OpenMetrics. */
  readonly history: string;
  /** Scrapes that found the exporters up. */
  readonly scrapes: number;
  readonly truth: DayTruth;
  /** Pods that ran in the course of the day. */
  readonly pods: number;
}

/** Two times of the day, in seconds since its start, at which every exporter is killed, and for how long it is away. */
const KILLS = [7 * 3600 + 110, 16 * 3600 + 1007];
const AWAY_SECONDS = 300;

const SERVED = new Set(['gpu_account_allocated_seconds_total', 'gpu_account_active_seconds_total']);

/** Plays a day in virtual time: all that scrapes would have seen, and the truth. */
export function playDay(startSeconds: number): Day {
  const world = createWorld(CHURN_SITE, startSeconds - 2 * 3600, 42);
  world.advance(startSeconds);
  const pods = new Set<string>();
  world.onPod(({ pod }) => pods.add(pod.uid));
  const history = createOpenMetrics();
  let scrapes = 0;
  let pipelines = start();
  const truth = { held: 0, busy: 0 };
  let before = total(world);
  for (let at = 0; at <= 86_400; at += CYCLE_SECONDS) {
    world.advance(startSeconds + at);
    const now = total(world);
    const isAway = KILLS.some((kill) => at >= kill && at < kill + AWAY_SECONDS);
    if (isAway) pipelines = start();
    // A restarted exporter charges from its first cycle on: the time before it is down time as well.
    const wasAway = KILLS.some(
      (kill) => at - CYCLE_SECONDS >= kill && at - CYCLE_SECONDS < kill + AWAY_SECONDS,
    );
    if (!isAway && !wasAway) {
      truth.held += now.held - before.held;
      truth.busy += now.busy - before.busy;
    }
    before = now;
    if (isAway) continue;
    scrapes += 1;
    scrape(history, world, pipelines, startSeconds + at);
  }
  return { history: history.text(), scrapes, truth, pods: pods.size };
}

const start = (): ReadonlyMap<WorldNode, Pipeline> =>
  new Map(
    CHURN_SITE.nodes.map((node) => [
      node,
      createPipeline({ node: node.name, rules: WORLD_RULES, intervalMs: CYCLE_SECONDS * 1000 }),
    ]),
  );

const total = (world: World): DayTruth =>
  world.truth().reduce(
    (sum, { heldSeconds, busySeconds }) => ({
      held: sum.held + heldSeconds,
      busy: sum.busy + busySeconds,
    }),
    { held: 0, busy: 0 },
  );

function scrape(
  history: OpenMetricsWriter,
  world: World,
  pipelines: ReadonlyMap<WorldNode, Pipeline>,
  now: number,
): void {
  const directory = worldDirectory(world);
  for (const [node, pipeline] of pipelines) {
    const output = pipeline.cycle({
      nowMs: now * 1000,
      monotonicMs: now * 1000,
      telemetry: telemetryOf(world, node),
      holders: [holderReport(world, node)],
      directory,
      place: { pool: node.pool, rack: node.rack },
    });
    for (const { metric, labels, value } of output.series)
      if (SERVED.has(metric)) history.add(metric, 'counter', labels, value, now);
  }
}

/** The few figures that accounts are made of, without a text in between: a day has half a million of those. */
function telemetryOf(world: World, node: WorldNode): Telemetry {
  const states = world.gpus(node);
  const readings = states.flatMap(({ gpu, uses, watts, joules }): Reading[] => {
    const id = { uuid: gpu.uuid, gpuInstance: '' };
    const busy = uses.reduce((sum, use) => sum + use.busy, 0);
    return [
      { ...id, metric: 'gpu_utilization_ratio', value: Math.min(1, busy) },
      { ...id, metric: 'gpu_power_watts', value: watts },
      { ...id, metric: 'gpu_energy_joules_total', value: joules },
    ];
  });
  return {
    ...NO_TELEMETRY,
    boards: states.map(({ gpu }) => ({
      uuid: gpu.uuid,
      gpu: String(gpu.index),
      model: gpu.model,
      pciBusId: gpu.pciBusId,
      driverVersion: '',
      instances: [],
    })),
    readings,
  };
}
