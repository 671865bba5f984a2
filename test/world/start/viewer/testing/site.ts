import type { ReadySite } from '../viewer.js';

/** A site that runs, as far as a viewer is told. */
export const syntheticSite = (configFile = '/nowhere/gpuscope.yaml'): ReadySite => ({
  simulated: true,
  prometheus: 'http://127.0.0.1:9090',
  exporters: ['http://127.0.0.1:9500/metrics'],
  logs: {
    store: 'http://127.0.0.1:9200',
    product: 'opensearch',
    cluster: 'demo',
    index: 'logstash-*',
    configFile,
    eventsIndex: 'gpuscope-events',
  },
});
