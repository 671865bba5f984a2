import type { NvmlField, NvmlFigures } from '@gpuscope/aggregation';
import type { NvmlGpmSample, NvmlHandle, NvmlLibrary } from '../library/library.js';
import { GPM } from './constants.js';
import { hasNvlink } from './nvlinks.js';
import type { Reading } from './reading.js';

/** Figures over the time between two looks, by the GPU's own counters. */
export interface GpmWindow {
  /**
   * Figures since the last look that gave any; none at the first. Looks that follow within 100 ms answer as the last one:
   * the counters are not refreshed more often.
   *
   * @param atMs of a clock that does not jump
   */
  read(reading: Reading, atMs: number): NvmlFigures;
  /** Frees what the library holds for it. */
  close(): void;
}

const LEAF_ROWS = [
  ['engineActive', GPM.graphics],
  ['smActive', GPM.sm],
  ['smOccupancy', GPM.smOccupancy],
  ['tensorActive', GPM.anyTensor],
  ['dramActive', GPM.dramBandwidth],
] as const satisfies readonly (readonly [NvmlField, number])[];

const PCIE_ROWS = [
  ['gpmPcieTransmit', GPM.pcieTransmit],
  ['gpmPcieReceive', GPM.pcieReceive],
] as const satisfies readonly (readonly [NvmlField, number])[];

const NVLINK_ROWS = [
  ['gpmNvlinkTransmit', GPM.nvlinkTransmit],
  ['gpmNvlinkReceive', GPM.nvlinkReceive],
] as const satisfies readonly (readonly [NvmlField, number])[];

/** What is looked at: a GPU, the links of a GPU that is divided, or one of its instances. */
export type GpmScope = 'gpu' | 'links' | { readonly gpuInstance: number };

type Rows = readonly (readonly [NvmlField, number])[];

function rowsOf(scope: GpmScope, withNvlink: () => boolean): Rows {
  if (typeof scope !== 'string') return LEAF_ROWS;
  return [
    ...(scope === 'gpu' ? LEAF_ROWS : []),
    ...PCIE_ROWS,
    ...(withNvlink() ? NVLINK_ROWS : []),
  ];
}

const FASTEST_MS = 100;

/** Two samples, of which one is kept from look to look. */
interface Pair {
  before: NvmlGpmSample;
  after: NvmlGpmSample;
}

function allocate(nvml: NvmlLibrary, reading: Reading): Pair | undefined {
  const before = reading.take('nvmlGpmSampleAlloc', () => nvml.gpmAlloc());
  if (before === undefined) return undefined;
  const after = reading.take('nvmlGpmSampleAlloc', () => nvml.gpmAlloc());
  if (after !== undefined) return { before, after };
  nvml.gpmFree(before);
  return undefined;
}

/** Chips before Hopper give no figures, and no failures. */
export function createGpmWindow(nvml: NvmlLibrary, gpu: NvmlHandle, scope: GpmScope): GpmWindow {
  const instance = typeof scope === 'string' ? undefined : scope.gpuInstance;
  const sampleCall = instance === undefined ? 'nvmlGpmSampleGet' : 'nvmlGpmMigSampleGet';
  let supported: boolean | undefined;
  let pair: Pair | undefined;
  let sampledMs: number | undefined;
  let figures: NvmlFigures = {};

  const isSupported = (reading: Reading): boolean => {
    if (supported === undefined) {
      const answer = nvml.gpmSupported(gpu);
      if (answer.ok || answer.kind === 'absent') supported = answer.ok && answer.value;
      else reading.take('nvmlGpmQueryDeviceSupport', () => answer);
    }
    return supported === true;
  };

  const sample = (reading: Reading, into: NvmlGpmSample): boolean => {
    if (reading.ended !== undefined) return false;
    const answer = nvml.gpmSample(gpu, instance, into);
    if (!answer.ok) reading.take(sampleCall, () => answer);
    return answer.ok;
  };

  return {
    read(reading, atMs) {
      if (sampledMs !== undefined && atMs - sampledMs < FASTEST_MS) return figures;
      figures = {};
      if (reading.ended !== undefined || !isSupported(reading)) return figures;
      pair ??= allocate(nvml, reading);
      if (pair === undefined) return figures;
      if (!sample(reading, pair.after)) {
        sampledMs = undefined;
        return figures;
      }
      if (sampledMs !== undefined) {
        const rows = rowsOf(scope, () => hasNvlink(nvml, reading, gpu));
        figures = compare(nvml, reading, pair, rows);
      }
      pair = { before: pair.after, after: pair.before };
      sampledMs = atMs;
      return figures;
    },
    close() {
      if (pair === undefined) return;
      nvml.gpmFree(pair.before);
      nvml.gpmFree(pair.after);
      pair = undefined;
      sampledMs = undefined;
    },
  };
}

function compare(
  nvml: NvmlLibrary,
  reading: Reading,
  { before, after }: Pair,
  rows: Rows,
): NvmlFigures {
  const call = 'nvmlGpmMetricsGet';
  const metrics = rows.map(([, metric]) => metric);
  const answers = reading.take(call, () => nvml.gpmMetrics(before, after, metrics)) ?? [];
  const found: Partial<Record<NvmlField, number>> = {};
  rows.forEach(([field], index) => {
    const answer = answers[index];
    const value = answer && reading.take(call, () => answer);
    if (value !== undefined) found[field] = value;
  });
  return found;
}
