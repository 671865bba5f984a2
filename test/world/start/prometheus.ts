import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPrometheus, type PrometheusServer } from '../../servers/index.js';
import { repositoryRoot } from '../../servers/repository.js';
import type { RunningExporter } from './exporters.js';

/** A real Prometheus that scrapes the exporters and evaluates the shipped rules. */
export async function startScraping(
  exporters: readonly RunningExporter[],
): Promise<PrometheusServer> {
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
      ],
    },
    rules: { 'gpuscope.rules.yaml': rules },
  });
}
