import type { HeldFigure, HolderReport } from '@gpuscope/aggregation';
import type { Looked } from './found.js';
import { refKey } from './found.js';
import type { NamedProcess } from './named.js';

interface Metric {
  readonly metric: HeldFigure['metric'];
  /** A process's figure in the metric's unit; undefined where the driver can't tell it. */
  readonly valueOf: (found: NamedProcess) => number | undefined;
  /** Whether nothing to measure means that 0 was measured. */
  readonly measures: (looked: Looked) => boolean;
}

/** Nobody has more than there is: such a figure is none, and would leave the others nothing. */
function memoryOf({ process: { memory, ended }, room = Infinity }: NamedProcess) {
  // A process that has ended holds nothing any more.
  if (memory === undefined) return ended ? 0 : undefined;
  return memory >= 0 && memory <= room ? memory : undefined;
}

function useOf({ process: { utilization = NaN } }: NamedProcess): number | undefined {
  return utilization >= 0 && utilization <= 100 ? utilization / 100 : undefined;
}

const MEMORY: Metric = {
  metric: 'gpu_memory_used_bytes',
  valueOf: memoryOf,
  measures: () => true,
};

const UTILIZATION: Metric = {
  metric: 'gpu_utilization_ratio',
  valueOf: useOf,
  measures: ({ measured }) => measured,
};

/** Devices with a process of which the driver can't tell a metric: the others' figures would pass for all of it. */
function untold({ valueOf }: Metric, processes: readonly NamedProcess[]): Set<string> {
  const without = processes.filter((process) => valueOf(process) === undefined);
  return new Set(without.map(({ key }) => key));
}

/** The sums of a metric over the processes of each holder on each device; those without a holder together. */
function sumsOf(metric: Metric, processes: readonly NamedProcess[]): HeldFigure[] {
  const leftOut = untold(metric, processes);
  const sums = new Map<string, HeldFigure>();
  for (const process of processes) {
    const { device, key, holder, hold } = process;
    if (leftOut.has(key)) continue;
    const value = (metric.valueOf(process) ?? 0) + (sums.get(hold)?.value ?? 0);
    const held = { device, metric: metric.metric, value };
    sums.set(hold, { ...held, ...(holder !== undefined && { holder }) });
  }
  return [...sums.values()];
}

/** On a device that was found empty, a 0 without a holder says that somebody looked. */
function emptyOnes(
  { metric, measures }: Metric,
  looked: readonly Looked[],
  processes: readonly NamedProcess[],
): HeldFigure[] {
  const busy = new Set(processes.map(({ key }) => key));
  return looked
    .filter((one) => measures(one) && !busy.has(refKey(one.device)))
    .map(({ device }) => ({ device, metric, value: 0 }));
}

/** Memory and use of each holder on each device, by its processes. */
export const figuresOf = (
  processes: readonly NamedProcess[],
  looked: readonly Looked[],
): HeldFigure[] =>
  [MEMORY, UTILIZATION].flatMap((metric) => [
    ...sumsOf(metric, processes),
    ...emptyOnes(metric, looked, processes),
  ]);

/** What each device did over the window that its processes' use is of, where that is told. */
export function deviceFiguresOf(
  processes: readonly NamedProcess[],
  looked: readonly Looked[],
): NonNullable<HolderReport['deviceFigures']> {
  const leftOut = untold(UTILIZATION, processes);
  return looked.flatMap(({ device, utilization }) =>
    utilization === undefined || leftOut.has(refKey(device))
      ? []
      : [{ device, metric: UTILIZATION.metric, value: utilization / 100 }],
  );
}
