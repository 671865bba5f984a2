import type {
  CycleInput,
  CycleOutput,
  Directory,
  HolderReport,
  Telemetry,
} from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { SelfMetrics } from '../selfMetrics.js';
import { ForeignSourceError } from '../sources/dcgm.js';
import { mergeTelemetry } from '../sources/merge.js';
import { alteredNames } from './alteredNames.js';
import type { ChangeLog } from './changeLog.js';
import { countReport, countSamples } from './countReport.js';
import { FINDINGS } from './findings.js';
import type { Answer, Kept } from './kept.js';
import { asGpuscopeError } from './kept.js';
import type { SnapshotStore } from './snapshot.js';

export type KeptSource = Kept<Telemetry, undefined>;
export type KeptHolder = Kept<HolderReport, Telemetry>;

export interface CycleParts {
  /** In order of preference. */
  readonly sources: readonly KeptSource[];
  readonly holders: readonly KeptHolder[];
  readonly pipeline: { cycle(input: CycleInput): CycleOutput };
  readonly directory: Directory;
  readonly place: () => CycleInput['place'];
  readonly store: SnapshotStore;
  readonly metrics: SelfMetrics;
  readonly log: ChangeLog;
  readonly clock: Clock;
}

interface Figures {
  readonly telemetry?: Telemetry;
  /** Whether any source answered in this cycle. */
  readonly fresh: boolean;
}

async function readSources({ sources, metrics, log }: CycleParts): Promise<Figures> {
  const answers = await Promise.all(sources.map((source) => source.ask(undefined)));
  for (const source of sources) {
    const labels = { source: source.name };
    const status = source.status();
    metrics.set('gpuscope_exporter_source_up', status.up ? 1 : 0, labels);
    metrics.set('gpuscope_exporter_source_duration_seconds', status.durationSeconds, labels);
    metrics.set(
      'gpuscope_exporter_source_last_success_timestamp_seconds',
      status.lastSuccessSeconds,
      labels,
    );
    log.upstream('source', source.name, status);
    if (status.error instanceof ForeignSourceError) countSamples(status.error.telemetry, metrics);
  }
  const found = answers.filter((answer) => answer !== undefined);
  const telemetry = mergeTelemetry(found.map(({ value }) => value));
  const fresh = found.some((answer) => answer.fresh);
  return { fresh, ...(telemetry !== undefined && { telemetry }) };
}

async function askHolders(parts: CycleParts, telemetry: Telemetry): Promise<HolderReport[]> {
  const { holders, metrics, log } = parts;
  const answers = await Promise.all(holders.map((holder) => holder.ask(telemetry)));
  for (const holder of holders) {
    const labels = { holder: holder.name };
    const status = holder.status();
    metrics.set('gpuscope_exporter_holder_up', status.up ? 1 : 0, labels);
    metrics.set('gpuscope_exporter_holder_duration_seconds', status.durationSeconds, labels);
    metrics.set(
      'gpuscope_exporter_holder_last_success_timestamp_seconds',
      status.lastSuccessSeconds,
      labels,
    );
    log.upstream('holder', holder.name, status);
  }
  return answers.flatMap((answer) => (answer === undefined ? [] : [asOfNow(answer)]));
}

/** What is handed in again says who holds what, and not what devices did since: that is the source's to say then. */
const asOfNow = ({ value, fresh }: Answer<HolderReport>): HolderReport =>
  fresh || value.deviceFigures === undefined ? value : { ...value, deviceFigures: [] };

/** Collect, attribute, publish. Throws only what the pipeline throws. */
async function turn(parts: CycleParts): Promise<void> {
  const { pipeline, directory, place, store, metrics, log, clock } = parts;
  const { telemetry, fresh } = await readSources(parts);
  const holders = telemetry === undefined ? [] : await askHolders(parts, telemetry);
  const atMs = clock.monotonicMs();
  const nowMs = clock.nowMs();
  const { series, report } = pipeline.cycle({
    nowMs,
    monotonicMs: atMs,
    ...(telemetry !== undefined && { telemetry }),
    holders,
    directory,
    place: place(),
  });
  store.publish({ series, report, atMs });
  metrics.set('gpuscope_exporter_series', series.length);
  metrics.set('gpuscope_exporter_label_values_altered', alteredNames(series));
  metrics.set('gpuscope_exporter_snapshot_timestamp_seconds', nowMs / 1000);
  if (telemetry === undefined) return;
  countReport(report, fresh, metrics);
  if (fresh) for (const { key, text } of FINDINGS) log.finding(key, text(report));
}

/** One cycle; never throws. What fails is a metric and, when it changes, a log line. */
export function createCycle(parts: CycleParts): () => Promise<void> {
  const { metrics, log, clock } = parts;
  return async () => {
    const startMs = clock.monotonicMs();
    try {
      await turn(parts);
      metrics.add('gpuscope_exporter_cycles_total', 1);
      log.failure('cycle', undefined);
    } catch (error) {
      metrics.add('gpuscope_exporter_cycle_failures_total', 1);
      log.failure('cycle', asGpuscopeError(error));
    }
    metrics.set('gpuscope_exporter_cycle_duration_seconds', (clock.monotonicMs() - startMs) / 1000);
  };
}
