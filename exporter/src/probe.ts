import type { Telemetry } from '@gpuscope/aggregation';
import { missingMetrics, rowOf, silencedAlerts } from '@gpuscope/aggregation';
import { asGpuscopeError } from './cycle/kept.js';
import type { HolderSource, PodDirectory, Source } from './ports.js';
import { createFirstSync } from './firstSync.js';

/** What was found out about one part of a site. */
export interface ProbeResult {
  readonly level: 'ok' | 'note' | 'failed';
  readonly text: string;
}

const TIMEOUT_MS = 10_000;

const ok = (text: string): ProbeResult => ({ level: 'ok', text });
const note = (text: string): ProbeResult => ({ level: 'note', text });
const failed = (subject: string, error: unknown): ProbeResult => ({
  level: 'failed',
  text: `${subject}: ${asGpuscopeError(error).message}`,
});

/** Asks a source once. */
export async function probeSource(
  source: Source,
): Promise<{ readonly result: ProbeResult; readonly telemetry?: Telemetry }> {
  const subject = `source ${source.name}`;
  try {
    const telemetry = await source.read(AbortSignal.timeout(TIMEOUT_MS));
    const { boards, readings, foreignHosts } = telemetry;
    const foreign = foreignHosts.length === 0 ? '' : `; refused: ${foreignHosts.join(', ')}`;
    const text = `${subject}: answers, ${boards.length} GPUs, ${readings.length} figures${foreign}`;
    return { result: ok(text), telemetry };
  } catch (error) {
    return { result: failed(subject, error) };
  }
}

/** Asks a holder source once. */
export async function probeHolder(
  holder: HolderSource,
  telemetry: Telemetry,
): Promise<ProbeResult> {
  const subject = `holder ${holder.name}`;
  try {
    const report = await holder.report(telemetry, AbortSignal.timeout(TIMEOUT_MS));
    const unknown = [...report.unknownResources.keys()];
    const rest = unknown.length === 0 ? '' : `; not understood: ${unknown.join(', ')}`;
    const lost = [...(report.unplacedProcesses ?? [])].map(
      ([reason, count]) => `${count} ${reason}`,
    );
    const nobodys = lost.length === 0 ? '' : `; processes not placed: ${lost.join(', ')}`;
    return ok(`${subject}: answers, ${report.claims.length} devices held${rest}${nobodys}`);
  } catch (error) {
    return failed(subject, error);
  }
}

/** Waits for the first list of pods. */
export async function probePods(directory: PodDirectory): Promise<ProbeResult> {
  directory.start();
  await createFirstSync(directory, TIMEOUT_MS, false).wait();
  const { synced, pods, namespaces, error } = directory.status();
  if (synced) return ok(`pods: ${pods} pods, ${namespaces} namespaces`);
  return failed('pods', new Error(error === '' ? 'no list within 10 s' : error));
}

/** DCGM's own spelling of fields; NVML's has no underscores. */
const DCGM_FIELD = /^(?:DEV|PROF|SYSTEM|DRIVER|EXP|IMEX)_/;

/** Says which fields a counters file lacks, or the driver, and what that costs. */
export function lackOf(telemetry: Telemetry): ProbeResult[] {
  const missing = missingMetrics(telemetry.fields);
  const isDcgm = [...telemetry.fields].some((field) => DCGM_FIELD.test(field));
  const fields = missing.map((metric) => {
    const field = isDcgm ? rowOf(metric).dcgm[0] : undefined;
    return field === undefined ? metric : `${metric} (DCGM_FI_${field})`;
  });
  const alerts = silencedAlerts(missing).map(
    (silenced) => `alert ${silenced.alert} can never fire without ${silenced.missing.join(', ')}`,
  );
  return [...fields.map((field) => `no source gives ${field}`), ...alerts].map(note);
}
