import type { Telemetry } from '@gpuscope/aggregation';
import { NO_TELEMETRY } from '@gpuscope/aggregation';
import type { Filter } from './anonymise/index.js';

export interface HeaderParts {
  /** Stated by whoever records. */
  readonly origin?: string;
  /** As `uname -r` prints it. */
  readonly kernel: string;
  readonly program: string;
  readonly node: string;
  readonly sources: readonly string[];
  readonly holders: readonly string[];
  readonly intervalMs: number;
  readonly nowMs: number;
}

/** Such as `8 × NVIDIA H100 80GB HBM3`, one after another. */
function chipsOf({ boards }: Telemetry): string {
  const counts = new Map<string, number>();
  for (const { model } of boards) counts.set(model, (counts.get(model) ?? 0) + 1);
  return [...counts].map(([model, count]) => `${count} × ${model || 'unnamed GPU'}`).join(', ');
}

const driversOf = ({ boards }: Telemetry): string =>
  [...new Set(boards.map(({ driverVersion }) => driverVersion))].filter(Boolean).join(', ');

/** The first line of a recording: where and when it was taken, and with what. */
export function headerOf(
  parts: HeaderParts,
  telemetry: Telemetry | undefined,
  { name, isAnonymous }: Filter,
): object {
  const { origin, kernel, program, node, sources, holders, intervalMs, nowMs } = parts;
  const date = new Date(nowMs).toISOString();
  const chips = chipsOf(telemetry ?? NO_TELEMETRY);
  const driver = driversOf(telemetry ?? NO_TELEMETRY);
  return {
    gpuscope: 'recording',
    version: 2,
    origin: origin ?? `${chips}, driver ${driver || 'unknown'}, ${date.slice(0, 10)}`,
    chips,
    driver,
    date: isAnonymous ? date.slice(0, 10) : date,
    // What follows the version's numbers may be a site's own.
    kernel: isAnonymous ? (/^\d+(\.\d+)*/.exec(kernel)?.[0] ?? '') : kernel,
    program: `gpuscope-exporter ${program}`,
    node: name(node),
    anonymised: isAnonymous,
    intervalMs,
    sources,
    holders,
  };
}
