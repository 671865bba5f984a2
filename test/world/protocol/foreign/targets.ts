import type { World } from '../../model/world.js';
import { cadvisorPage } from './cadvisor.js';
import { kubeStatePage } from './kubeState.js';
import { nodeExporterPage } from './nodeExporter.js';
import type { PageSample } from './page.js';

/** A page of somebody else's exporter, and how it is scraped. */
export interface ForeignTarget {
  readonly job: string;
  /** What the scrape adds to each series. */
  readonly labels: Readonly<Record<string, string>>;
  /** Where the live page is served. */
  readonly path: string;
  readonly page: () => PageSample[];
}

/** All that a cluster's usual monitoring scrapes beside our exporters, with labels as kube-prometheus gives them. */
export function foreignTargets(world: World): ForeignTarget[] {
  const kubeState = {
    job: 'kube-state-metrics',
    labels: { instance: 'kube-state-metrics:8080' },
    path: '/kube-state-metrics/metrics',
    page: () => kubeStatePage(world),
  };
  const nodes = world.site.nodes.flatMap((node): ForeignTarget[] => [
    {
      job: 'kubelet',
      labels: { instance: `${node.name}:10250`, node: node.name },
      path: `/kubelet/${node.name}/metrics/cadvisor`,
      page: () => cadvisorPage(world, node),
    },
    {
      job: 'node-exporter',
      labels: { instance: `${node.name}:9100` },
      path: `/node-exporter/${node.name}/metrics`,
      page: () => nodeExporterPage(world, node),
    },
  ]);
  return [kubeState, ...nodes];
}
