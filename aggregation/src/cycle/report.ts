import type { Attribution } from '../attribution/attribute.js';
import type { Claim } from '../attribution/claim.js';
import { sumOf } from '../groupBy.js';
import type { Workload } from '../attribution/workload.js';
import type { CycleInput, CycleReport } from './cycle.js';
import type { Names } from './names.js';
import { missingMetrics } from '../normalise/index.js';

/** What a cycle came to, beside its series. */
export interface CycleFacts {
  readonly attribution: Attribution;
  readonly workloads: readonly Workload[];
  readonly names: Names;
  readonly unmeasuredSeconds: number;
  readonly frozen: boolean;
}

export function reportOf(input: CycleInput, facts: CycleFacts): CycleReport {
  const { attribution, workloads, names } = facts;
  const { telemetry } = input;
  const leaves = attribution.boards.flatMap((board) => board.leaves);
  const nameless = (name: 'tenant' | 'app' | 'user'): number =>
    workloads.filter(({ holder }) => names.of(holder)[name] === '').length;
  return {
    boards: attribution.boards.length,
    leaves: leaves.length,
    workloads: workloads.length,
    drops: telemetry?.drops ?? [],
    clamped: telemetry?.clamped ?? 0,
    foreignHosts: telemetry?.foreignHosts ?? [],
    unplaced: attribution.unplaced.map(({ source, claim }) => ({
      source,
      resource: claim.resource,
      device: deviceText(claim),
    })),
    unplacedProcesses: addUp(input.holders.map((one) => one.unplacedProcesses ?? new Map())),
    lost: telemetry?.lost ?? [],
    unknownResources: addUp(input.holders.map(({ unknownResources }) => unknownResources)),
    unreadableIds: input.holders.flatMap(({ unreadableIds }) => unreadableIds),
    unnamed: { tenant: nameless('tenant'), app: nameless('app'), user: nameless('user') },
    unknownPods: names.unknownPods,
    unmeasuredSeconds: facts.unmeasuredSeconds,
    frozen: facts.frozen,
    distrusted: sumOf(
      leaves,
      ({ utilization, memory }) => (utilization?.distrusted ?? 0) + (memory?.distrusted ?? 0),
    ),
    missingMetrics: telemetry === undefined ? [] : missingMetrics(telemetry.fields),
  };
}

function deviceText({ device }: Claim): string {
  switch (device.by) {
    case 'uuid':
      return device.uuid;
    case 'migUuid':
      return device.migUuid;
    case 'instance':
      return `${device.uuid}/gi${device.gpuInstance}`;
    case 'minor':
      return `nvidia${device.minor}${device.gpuInstance === '' ? '' : `/gi${device.gpuInstance}`}`;
  }
}

function addUp(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, count] of maps.flatMap((map) => [...map])) {
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}
