import type { HolderReport, NodeLabelsSite, Telemetry } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { Kept } from '../cycle/kept.js';
import { createKept } from '../cycle/kept.js';
import type { HolderSource, PodDirectory, Source } from '../ports.js';
import { mergeTelemetry } from '../sources/merge.js';
import type { Filter } from './anonymise/index.js';
import { neededOf } from './needed.js';
import type { Recorder } from './recorder.js';
import { DIRECTORY_KEY, holderKey, NVML_NAME, sourceKey } from './recording.js';
import { reportToJson } from './reportJson.js';
import type { Tap } from './tap.js';

export interface CollectParts {
  readonly sources: readonly Source[];
  readonly holders: readonly HolderSource[];
  /** Undefined where there are no pods to name. */
  readonly directory?: PodDirectory;
  readonly nodeLabels: NodeLabelsSite;
  readonly recorder: Recorder;
  readonly filter: Filter;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** What a cycle brought, and what went wrong in it, a line each. */
export interface Collected {
  readonly telemetry?: Telemetry;
  readonly failures: readonly string[];
}

/** A recording is played on any machine, so that lines of others must not be in it. */
function withoutHosts(text: string, hosts: readonly string[]): string {
  if (hosts.length === 0) return text;
  const isForeign = (line: string): boolean =>
    hosts.includes(/[{,]\s*(?:exported_)?hostname\s*=\s*"([^"]*)"/i.exec(line)?.[1] ?? '');
  return text
    .split('\n')
    .filter((line) => !isForeign(line))
    .join('\n');
}

/** Writes down what sources say of themselves, through what may be written. */
export function tapInto(recorder: Recorder, filter: Filter): Tap {
  return {
    exposition: (source, text, foreignHosts) =>
      recorder.value(sourceKey(source), filter.exposition(withoutHosts(text, foreignHosts))),
    nvml: (snapshot) => recorder.value(sourceKey(NVML_NAME), filter.nvml(snapshot)),
  };
}

/** Asked anew in each cycle: what failed is recorded as failed. */
function freshly<Value, Argument>(
  name: string,
  request: (argument: Argument, signal: AbortSignal) => Promise<Value>,
  timeoutCode: 'SOURCE_TIMEOUT' | 'HOLDER_TIMEOUT',
  { timeoutMs, clock }: CollectParts,
): Kept<Value, Argument> {
  return createKept({ name, request, timeoutMs, keepMs: -1, timeoutCode, clock });
}

/** Asks everybody once a call and has it written down; the texts of sources come by the tap. */
export function createCollector(parts: CollectParts): () => Promise<Collected> {
  const { recorder, filter, directory, nodeLabels } = parts;
  const sources = parts.sources.map((source) =>
    freshly<Telemetry, undefined>(
      source.name,
      (_, signal) => source.read(signal),
      'SOURCE_TIMEOUT',
      parts,
    ),
  );
  const holders = parts.holders.map((holder) =>
    freshly<HolderReport, Telemetry>(
      holder.name,
      (telemetry, signal) => holder.report(telemetry, signal),
      'HOLDER_TIMEOUT',
      parts,
    ),
  );

  function failuresOf<Argument>(
    all: readonly Kept<unknown, Argument>[],
    keyOf: (name: string) => string,
  ): readonly string[] {
    return all.flatMap(({ name, status }) => {
      const { error } = status();
      if (error === undefined) return [];
      recorder.failed(keyOf(name), error.code);
      // Time-outs name who was asked already.
      return [error.message.startsWith(`${name}: `) ? error.message : `${name}: ${error.message}`];
    });
  }

  return async () => {
    const read = await Promise.all(sources.map((source) => source.ask(undefined)));
    const failures = [...failuresOf(sources, sourceKey)];
    const telemetry = mergeTelemetry(read.flatMap((answer) => answer?.value ?? []));
    if (telemetry === undefined) return { failures };
    const told = await Promise.all(holders.map((holder) => holder.ask(telemetry)));
    for (const [index, { name }] of holders.entries()) {
      const report = told[index]?.value;
      if (report !== undefined) {
        recorder.value(holderKey(name), filter.report(reportToJson(report)));
      }
    }
    const reports = told.flatMap((answer) => answer?.value ?? []);
    failures.push(...failuresOf(holders, holderKey));
    if (directory !== undefined) {
      const needed = neededOf(directory, nodeLabels, telemetry, reports);
      recorder.value(DIRECTORY_KEY, filter.directory(needed));
    }
    return { telemetry, failures };
  };
}
