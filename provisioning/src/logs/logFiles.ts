import { DEFAULT_IDENTITY } from '@gpuscope/aggregation';
import { filterLua } from './filterLua.js';
import { elasticsearch6Template, elasticsearchTemplate, opensearchTemplate } from './templates.js';
import { clusterFilter } from './kubesphere.js';

const FOLDER = 'deploy/logs';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What a site installs for its logs, by its path below the repository's root: index templates and Fluent Bit's filter. */
export function logFiles(): ReadonlyMap<string, string> {
  const filter = filterLua(DEFAULT_IDENTITY);
  return new Map([
    [`${FOLDER}/index-template.elasticsearch.json`, json(elasticsearchTemplate())],
    [`${FOLDER}/index-template.elasticsearch-6.json`, json(elasticsearch6Template())],
    [`${FOLDER}/index-template.opensearch.json`, json(opensearchTemplate())],
    [`${FOLDER}/fluent-bit/gpuscope.lua`, filter],
    [`${FOLDER}/kubesphere/clusterfilter.yaml`, clusterFilter(filter)],
  ]);
}
