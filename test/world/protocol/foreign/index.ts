import { createServer } from 'node:http';
import type { World } from '../../model/world.js';
import { listen } from '../dcgmServer.js';
import { pageText } from './page.js';
import { foreignTargets } from './targets.js';

export type { PageSample } from './page.js';
export { foreignTargets } from './targets.js';

/** An entry of prometheus.yml's `scrape_configs`. */
export interface ScrapeConfig {
  readonly job_name: string;
  readonly honor_labels: boolean;
  readonly static_configs: readonly {
    readonly targets: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** kube-state-metrics, cadvisor and node-exporter of the simulated site. */
export interface RunningForeign {
  readonly url: string;
  /** What scrapes them, ready for prometheus.yml. */
  readonly scrapeConfigs: readonly ScrapeConfig[];
  readonly stop: () => Promise<void>;
}

/** Serves what a cluster's usual monitoring has beside our exporters, at this moment of the site, a path each. */
export async function startForeign(world: World): Promise<RunningForeign> {
  const targets = foreignTargets(world);
  const { url, stop } = await listen(
    createServer((request, response) => {
      const target = targets.find(({ path }) => path === request.url);
      if (target === undefined) {
        response.writeHead(404).end();
        return;
      }
      response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
      response.end(pageText(target.page()));
    }),
  );
  const jobs = [...new Set(targets.map(({ job }) => job))];
  const scrapeConfigs = jobs.map((job) => ({
    job_name: job,
    honor_labels: true,
    static_configs: targets
      .filter((target) => target.job === job)
      .map(({ labels, path }) => ({
        targets: [new URL(url).host],
        labels: { ...labels, __metrics_path__: path },
      })),
  }));
  return { url, scrapeConfigs, stop };
}
