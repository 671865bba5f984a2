import type { CycleReport, SeriesFamily } from '@gpuscope/aggregation';

/** A report of a cycle in which all was well. */
export const cycleReport = (rest: Partial<CycleReport> = {}): CycleReport => ({
  boards: 0,
  leaves: 0,
  workloads: 0,
  drops: [],
  clamped: 0,
  foreignHosts: [],
  unplaced: [],
  unplacedProcesses: new Map(),
  lost: [],
  unknownResources: new Map(),
  unreadableIds: [],
  unnamed: { tenant: 0, app: 0, user: 0 },
  unknownPods: 0,
  unmeasuredSeconds: 0,
  frozen: false,
  distrusted: 0,
  missingMetrics: [],
  ...rest,
});

/** A family's values by their labels, as `a=x,b=y`. */
export function valuesOf(
  families: readonly SeriesFamily[],
  name: string,
): Readonly<Record<string, number>> {
  const samples = families.find((family) => family.name === name)?.samples ?? [];
  return Object.fromEntries(
    samples.map(({ labels, value }) => [
      [...labels].map(([label, text]) => `${label}=${text}`).join(','),
      value,
    ]),
  );
}
