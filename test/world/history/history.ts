import {
  createPipeline,
  normaliseDcgm,
  parseExposition,
  podSeries,
  resolverOf,
  rowOf,
  type IdentityRules,
  type MetricName,
} from '@gpuscope/aggregation';
import type { World } from '../model/world.js';
import { dcgmText } from '../protocol/dcgmText.js';
import { podInfo, worldDirectory } from './directory.js';
import { foreignTargets } from '../protocol/foreign/index.js';
import { holderReport } from './holders.js';
import { createOpenMetrics } from './openMetrics.js';

/** The rules of a KubeSphere site whose submitters sign their pods. */
export const WORLD_RULES: IdentityRules = {
  tenant: [{ from: 'namespace.label', key: 'kubesphere.io/workspace' }],
  app: [{ from: 'pod.label', key: 'app.kubernetes.io/name' }],
  user: [
    { from: 'pod.annotation', key: 'example.com/submitted-by', match: '^([^@]+)@' },
    { from: 'namespace.annotation', key: 'kubesphere.io/creator' },
  ],
};

export interface HistoryOptions {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly stepSeconds: number;
  /** A label `cluster` on every series, as a scrape would add it. */
  readonly cluster?: string;
  /** Changes what dcgm-exporter says, such as to put in an error. */
  readonly edit?: (text: string, nowSeconds: number) => string;
}

/** Past series of a site as OpenMetrics with time stamps: what its exporters would have served, scrape by scrape. */
export function worldHistory(world: World, options: HistoryOptions): string {
  const { fromSeconds, toSeconds, stepSeconds, cluster, edit = (text) => text } = options;
  const output = createOpenMetrics(cluster);
  const directory = worldDirectory(world);
  const resolve = resolverOf(WORLD_RULES);
  const pipelines = world.site.nodes.map((node) => ({
    node,
    pipeline: createPipeline({
      node: node.name,
      rules: WORLD_RULES,
      intervalMs: stepSeconds * 1000,
    }),
  }));
  const foreign = foreignTargets(world);
  const type = (metric: MetricName): 'gauge' | 'counter' => rowOf(metric).type;
  for (let now = fromSeconds; now <= toSeconds; now += stepSeconds) {
    world.advance(now);
    for (const { node, pipeline } of pipelines) {
      const text = edit(dcgmText(node, world.gpus(node)), now);
      const { series } = pipeline.cycle({
        nowMs: now * 1000,
        monotonicMs: now * 1000,
        telemetry: normaliseDcgm(parseExposition(text)),
        holders: [holderReport(world, node)],
        directory,
        place: { pool: node.pool, rack: node.rack },
      });
      for (const { metric, labels, value } of series) {
        output.add(metric, type(metric), { ...labels, instance: node.name }, value, now);
      }
    }
    for (const { metric, labels, value } of podSeries(
      world.pods().map(podInfo),
      directory,
      resolve,
    )) {
      output.add(metric, type(metric), labels, value, now);
    }
    for (const target of foreign) {
      for (const { name, labels, value } of target.page()) {
        const all = { ...target.labels, ...labels };
        output.add(name, name.endsWith('_total') ? 'counter' : 'gauge', all, value, now);
      }
    }
  }
  return output.text();
}
