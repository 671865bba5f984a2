import type { Sample } from '@gpuscope/aggregation';
import type { SmiRow } from './smi.js';

/** How one of our figures is found in nvidia-smi, and how far they may lie apart. */
export interface Check {
  readonly metric: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly field: string;
  /** What nvidia-smi's number is multiplied by to have our unit. */
  readonly scale: number;
  /** In our unit; the larger of the two counts. */
  readonly absolute: number;
  readonly relative: number;
  /** Whether a board that is cut into MIG instances has it once for each of them, and not for itself. */
  readonly ofInstances: boolean;
}

const MIB = 1024 ** 2;

const same = (metric: string, field: string, scale = 1, labels?: Check['labels']): Check => ({
  metric,
  field,
  scale,
  absolute: 0,
  relative: 0,
  ofInstances: false,
  ...(labels !== undefined && { labels }),
});

const near = (
  metric: string,
  field: string,
  scale: number,
  absolute: number,
  relative = 0,
): Check => ({ metric, field, scale, absolute, relative, ofInstances: false });

const leaf = (metric: string, field: string, scale: number, absolute: number): Check => ({
  ...near(metric, field, scale, absolute),
  ofInstances: true,
});

/** Every figure that both have. What moves while it is read twice may differ by as much as it moves. */
export const CHECKS: readonly Check[] = [
  leaf('gpu_utilization_ratio', 'utilization.gpu', 0.01, 0.25),
  leaf('gpu_encoder_utilization_ratio', 'utilization.encoder', 0.01, 0.05),
  leaf('gpu_decoder_utilization_ratio', 'utilization.decoder', 0.01, 0.05),
  leaf('gpu_memory_used_bytes', 'memory.used', MIB, 64 * MIB),
  leaf('gpu_memory_free_bytes', 'memory.free', MIB, 64 * MIB),
  leaf('gpu_memory_reserved_bytes', 'memory.reserved', MIB, 2 * MIB),
  leaf('gpu_memory_total_bytes', 'memory.total', MIB, MIB),
  near('gpu_temperature_celsius', 'temperature.gpu', 1, 4),
  near('gpu_memory_temperature_celsius', 'temperature.memory', 1, 4),
  near('gpu_power_watts', 'power.draw', 1, 15, 0.15),
  near('gpu_power_limit_watts', 'enforced.power.limit', 1, 0.5),
  near('gpu_sm_clock_hertz', 'clocks.sm', 1e6, 60e6, 0.1),
  near('gpu_memory_clock_hertz', 'clocks.mem', 1e6, 60e6, 0.1),
  same('gpu_ecc_errors_total', 'ecc.errors.corrected.volatile.total', 1, {
    kind: 'correctable',
    scope: 'volatile',
  }),
  same('gpu_ecc_errors_total', 'ecc.errors.uncorrected.volatile.total', 1, {
    kind: 'uncorrectable',
    scope: 'volatile',
  }),
  same('gpu_ecc_errors_total', 'ecc.errors.corrected.aggregate.total', 1, {
    kind: 'correctable',
    scope: 'aggregate',
  }),
  same('gpu_ecc_errors_total', 'ecc.errors.uncorrected.aggregate.total', 1, {
    kind: 'uncorrectable',
    scope: 'aggregate',
  }),
];

export const SMI_FIELDS: readonly string[] = [
  'index',
  'uuid',
  'name',
  'driver_version',
  'pci.bus_id',
  'mig.mode.current',
  ...CHECKS.map(({ field }) => field),
];

export type Verdict = 'same' | 'differs' | 'only ours' | 'only theirs' | 'neither';

export interface Compared {
  readonly gpu: string;
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly field: string;
  readonly ours?: number;
  readonly theirs?: number;
  readonly tolerance: number;
  readonly verdict: Verdict;
}

function verdictOf(ours: number | undefined, theirs: number | undefined, by: number): Verdict {
  if (ours === undefined) return theirs === undefined ? 'neither' : 'only theirs';
  if (theirs === undefined) return 'only ours';
  return Math.abs(ours - theirs) <= by ? 'same' : 'differs';
}

function ourFigure(samples: readonly Sample[], uuid: string, check: Check): number | undefined {
  const wanted = Object.entries({ ...check.labels, uuid });
  return samples.find(
    ({ name, labels }) =>
      name === check.metric && wanted.every(([key, value]) => labels.get(key) === value),
  )?.value;
}

/** Holds our series of a GPU against nvidia-smi's line for it. */
export function compareGpu(samples: readonly Sample[], row: SmiRow): Compared[] {
  const uuid = row['uuid'] ?? '';
  const isCut = row['mig.mode.current'] === 'Enabled';
  return CHECKS.filter(({ ofInstances }) => !(isCut && ofInstances)).map((check) => {
    const { metric, labels = {}, field, scale, absolute, relative } = check;
    const told = row[field];
    const theirs = told === undefined ? undefined : Number(told) * scale;
    const ours = ourFigure(samples, uuid, check);
    const tolerance = Math.max(absolute, relative * Math.abs(theirs ?? 0));
    return {
      gpu: row['index'] ?? uuid,
      metric,
      labels,
      field,
      tolerance,
      verdict: verdictOf(ours, theirs, tolerance),
      ...(ours !== undefined && { ours }),
      ...(theirs !== undefined && { theirs }),
    };
  });
}

/** A figure that one of two programs lacks is no error of the other's: chips and drivers differ in what they tell. */
export const isWrong = ({ verdict }: Compared): boolean =>
  verdict === 'differs' || verdict === 'only theirs';
