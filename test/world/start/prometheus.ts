import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPrometheus, type PrometheusServer } from '../../servers/index.js';
import { repositoryRoot } from '../../servers/repository.js';
import type { ScrapeConfig } from '../protocol/foreign/index.js';
import type { RunningExporter } from './exporters.js';

export interface Scraping {
  readonly exporters: readonly RunningExporter[];
  /** What else is scraped. */
  readonly others?: readonly ScrapeConfig[];
  /** Puts what is known of the past into Prometheus' data folder before it starts. */
  readonly fill?: (dataFolder: string) => Promise<void>;
}

/** A real Prometheus that scrapes the exporters and evaluates the shipped rules. */
export async function startScraping(scraping: Scraping): Promise<PrometheusServer> {
  const { exporters, others = [], fill } = scraping;
  const rules = await readFile(
    join(repositoryRoot(), 'deploy/prometheus/gpuscope.rules.yaml'),
    'utf8',
  );
  return startPrometheus({
    config: {
      global: { scrape_interval: '5s', evaluation_interval: '15s' },
      scrape_configs: [
        {
          job_name: 'gpuscope',
          static_configs: exporters.map(({ plan, address }) => ({
            targets: [address],
            labels: { instance: plan.name },
          })),
        },
        ...others,
      ],
    },
    rules: { 'gpuscope.rules.yaml': rules },
    ...(fill !== undefined && { fill }),
  });
}
