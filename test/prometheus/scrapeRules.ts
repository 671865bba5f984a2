import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryRoot } from '../servers/repository.js';

export type RelabelRule = Readonly<Record<string, unknown>>;

/** What decides over the labels of a scrape, as prometheus.yml spells it. */
export interface LabelRules {
  readonly honor_labels: boolean;
  readonly relabel_configs: readonly RelabelRule[];
}

interface Endpoint {
  readonly honorLabels: boolean;
  readonly relabelings: readonly RelabelRule[];
}

interface PodMonitor {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly podMetricsEndpoints: readonly Endpoint[] };
}

const read = (path: string): string => readFileSync(join(repositoryRoot(), path), 'utf8');

const snake = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The operator's spelling of a rule as Prometheus' own. */
const plain = (rule: RelabelRule): RelabelRule =>
  Object.fromEntries(Object.entries(rule).map(([key, value]) => [snake(key), value]));

const takes = (target: string, ...source: readonly string[]): RelabelRule => ({
  source_labels: source.map((name) => `__meta_kubernetes_${name}`),
  target_label: target,
});

/**
 * The labels that the Prometheus operator gives every target of a PodMonitor before the monitor's own rules come.
 * Source: its documentation of PodMonitor, `relabelings` ("The Operator automatically adds …").
 */
const OF_OPERATOR: readonly RelabelRule[] = [
  takes('namespace', 'namespace'),
  takes('container', 'pod_container_name'),
  takes('pod', 'pod_name'),
  { target_label: 'job', replacement: 'gpuscope/gpuscope' },
  { target_label: 'endpoint', replacement: 'metrics' },
];

/** What a Prometheus makes of the shipped PodMonitor of this name, or of the operator's labels alone. */
export function rulesOfPodMonitor(name: string): LabelRules {
  const monitors = parseAllDocuments(read('deploy/manifests/podmonitor.yaml'))
    .map((document) => document.toJS() as PodMonitor | null)
    .filter((monitor) => monitor?.kind === 'PodMonitor');
  const endpoint = monitors.find((monitor) => monitor?.metadata.name === name)?.spec
    .podMetricsEndpoints[0];
  if (endpoint === undefined) throw new Error(`there is no PodMonitor ${name}`);
  return {
    honor_labels: endpoint.honorLabels,
    relabel_configs: [...OF_OPERATOR, ...endpoint.relabelings.map(plain)],
  };
}

/** A monitor that nobody has thought about. */
export const careless: LabelRules = { honor_labels: false, relabel_configs: OF_OPERATOR };

/** Job `name` of one of the shipped scrape configurations. */
export function rulesOfJob(file: string, name: string): LabelRules {
  const { scrape_configs: jobs } = parse(read(`deploy/prometheus/${file}`)) as {
    scrape_configs: readonly (LabelRules & { readonly job_name: string })[];
  };
  const job = jobs.find((one) => one.job_name === name);
  if (job === undefined) throw new Error(`${file} has no job ${name}`);
  return { honor_labels: job.honor_labels, relabel_configs: job.relabel_configs };
}
