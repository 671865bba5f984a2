import {
  createPipeline,
  podSeries,
  resolverOf,
  type Directory,
  type IdentityRules,
  type Series,
  type Telemetry,
} from '@gpuscope/aggregation';
import type { WorldNode } from '../model/hardware.js';
import type { World } from '../model/world.js';
import type { PageSample } from '../protocol/foreign/index.js';
import { podInfo } from './directory.js';
import { holderReport } from './holders.js';
import { clusterSelf, nodeSelf, type SelfFacts } from './selfPages.js';
import { telemetryOf } from './telemetry.js';

/** One of our exporters, as if it had run all the time. */
export interface OwnTarget {
  /** Its name, by which it is scraped as `instance`. */
  readonly instance: string;
  /** A cycle, and the page that it makes. */
  readonly page: (nowSeconds: number, directory: Directory) => PageSample[];
}

export interface OwnOptions {
  readonly rules: IdentityRules;
  /** The most time between two cycles. */
  readonly stepSeconds: number;
  /** Changes what a node's source says, such as to put in an error. */
  readonly edit?: (telemetry: Telemetry, node: WorldNode, nowSeconds: number) => Telemetry;
}

/** The exporter of each node, and the one of the cluster. */
export const ownTargets = (world: World, options: OwnOptions): OwnTarget[] => [
  ...world.site.nodes.map((node) => nodeTarget(world, node, options)),
  clusterTarget(world, options),
];

function nodeTarget(
  world: World,
  node: WorldNode,
  { rules, stepSeconds, edit = (telemetry) => telemetry }: OwnOptions,
): OwnTarget {
  const pipeline = createPipeline({ node: node.name, rules, intervalMs: stepSeconds * 1000 });
  const startSeconds = world.nowSeconds();
  let cycles = 0;
  return {
    instance: node.name,
    page(now, directory) {
      const { series, report } = pipeline.cycle({
        nowMs: now * 1000,
        monotonicMs: now * 1000,
        telemetry: edit(telemetryOf(world.gpus(node)), node, now),
        holders: [holderReport(world, node)],
        directory,
        place: { pool: node.pool, rack: node.rack },
      });
      cycles += 1;
      const ran = { startSeconds, cycles, nowSeconds: now };
      const self = nodeSelf({ ...selfFacts(world, series, ran), report });
      return [...series.map(sampleOf), ...self];
    },
  };
}

interface Ran {
  readonly startSeconds: number;
  readonly cycles: number;
  readonly nowSeconds: number;
}

const selfFacts = (world: World, series: readonly Series[], ran: Ran): SelfFacts => ({
  ...ran,
  series: series.length,
  pods: world.pods().length,
  namespaces: world.site.namespaces.length,
});

function clusterTarget(world: World, { rules }: OwnOptions): OwnTarget {
  const resolve = resolverOf(rules);
  const startSeconds = world.nowSeconds();
  let cycles = 0;
  return {
    instance: 'cluster',
    page(nowSeconds, directory) {
      const series = podSeries(world.pods().map(podInfo), directory, resolve);
      cycles += 1;
      const ran = { startSeconds, cycles, nowSeconds };
      return [...series.map(sampleOf), ...clusterSelf(selfFacts(world, series, ran))];
    },
  };
}

const sampleOf = ({ metric, labels, value }: Series): PageSample => ({
  name: metric,
  labels,
  value,
});
