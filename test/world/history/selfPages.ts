import type { CycleReport } from '@gpuscope/aggregation';
import { VERSION, type SELF_METRICS } from '@gpuscope/exporter';
import { smoothNoise } from '../model/random.js';
import type { PageSample } from '../protocol/foreign/index.js';

/** What an exporter knows of itself after a cycle. */
export interface SelfFacts {
  /** When it was started. */
  readonly startSeconds: number;
  readonly cycles: number;
  readonly nowSeconds: number;
  readonly series: number;
  readonly pods: number;
  readonly namespaces: number;
}

export interface NodeFacts extends SelfFacts {
  readonly report: CycleReport;
}

type SelfName = (typeof SELF_METRICS)[number]['name'];

/** What prom-client says of any process. */
type ProcessName = 'process_start_time_seconds' | 'process_resident_memory_bytes';

const P = 'gpuscope_exporter_';

const NO_LABELS = {};

const sample = (
  name: SelfName | ProcessName,
  value: number,
  labels: PageSample['labels'] = NO_LABELS,
): PageSample => ({ name, labels, value });

const NODE = { version: VERSION, role: 'node' };
const CLUSTER = { version: VERSION, role: 'cluster' };
const SOURCE = { source: 'dcgm' };
/** In the order in which they are asked, and how long each takes. */
const HOLDERS = [
  { labels: { holder: 'podResources' }, seconds: 0.004 },
  { labels: { holder: 'dcgmLabels' }, seconds: 0.0002 },
];
const UNNAMED = ['tenant', 'app', 'user'] as const;
const UNNAMED_LABELS = UNNAMED.map((name) => ({ name }));

/** How long asking somebody takes, a bit more or less each time. */
const took = (key: number, seconds: number, nowSeconds: number): number =>
  seconds * (1 + 0.3 * smoothNoise(key, nowSeconds, 600));

/** What the exporter of a node says about itself, as far as all goes well. */
export const nodeSelf = (facts: NodeFacts): PageSample[] => [
  sample(`${P}build_info`, 1, NODE),
  ...common(facts),
  sample(`${P}source_up`, 1, SOURCE),
  sample(`${P}source_duration_seconds`, took(1, 0.021, facts.nowSeconds), SOURCE),
  sample(`${P}source_last_success_timestamp_seconds`, facts.nowSeconds, SOURCE),
  sample(`${P}source_frozen`, facts.report.frozen ? 1 : 0),
  ...HOLDERS.flatMap(({ labels, seconds }) => [
    sample(`${P}holder_up`, 1, labels),
    sample(`${P}holder_duration_seconds`, took(2, seconds, facts.nowSeconds), labels),
    sample(`${P}holder_last_success_timestamp_seconds`, facts.nowSeconds, labels),
  ]),
  sample(`${P}boards`, facts.report.boards),
  sample(`${P}workloads`, facts.report.workloads),
  sample(`${P}unknown_pods`, facts.report.unknownPods),
  sample(`${P}unmeasured_seconds_total`, 0),
  ...facts.report.missingMetrics.map((metric) => sample(`${P}missing_metric`, 1, { metric })),
  ...UNNAMED.map((name, at) =>
    sample(`${P}unnamed_workloads`, facts.report.unnamed[name], UNNAMED_LABELS[at]),
  ),
];

/** What the exporter of the cluster says about itself. */
export const clusterSelf = (facts: SelfFacts): PageSample[] => [
  sample(`${P}build_info`, 1, CLUSTER),
  ...common(facts),
];

const common = ({
  startSeconds,
  cycles,
  nowSeconds,
  series,
  pods,
  namespaces,
}: SelfFacts): PageSample[] => [
  sample('process_start_time_seconds', startSeconds),
  sample('process_resident_memory_bytes', Math.round(took(5, 96e6, nowSeconds))),
  sample(`${P}cycles_total`, cycles),
  sample(`${P}cycle_failures_total`, 0),
  sample(`${P}cycle_duration_seconds`, took(3, 0.031, nowSeconds)),
  sample(`${P}snapshot_age_seconds`, took(4, 2.5, nowSeconds)),
  sample(`${P}snapshot_timestamp_seconds`, nowSeconds),
  sample(`${P}series`, series),
  sample(`${P}pod_directory_synced`, 1),
  sample(`${P}pod_directory_pods`, pods),
  sample(`${P}pod_directory_namespaces`, namespaces),
  sample(`${P}pod_directory_last_event_timestamp_seconds`, nowSeconds - (nowSeconds % 60)),
  sample(`${P}pod_directory_restarts_total`, 0),
];
