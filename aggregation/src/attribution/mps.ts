import type { HolderFigure } from '../normalise/telemetry.js';

/** A kind of chip whose driver was seen, on a real GPU, to tell a figure of each MPS client apart. */
export interface MpsChip {
  /** Matches the model's name. */
  readonly model: RegExp;
  readonly metrics: readonly HolderFigure['metric'][];
}

/**
 * Chips on which figures by process were confirmed under MPS: by which measurement stands in docs/attribution.md. None
 * yet. MPS lets its clients' kernels run side by side in what was one context on older chips, so that a driver may show
 * all of it as one process's, or each client as busy for all of the time.
 */
export const MPS_CONFIRMED: readonly MpsChip[] = [];

/** Whether figures by process count on a device that MPS shares out; where they don't, it goes by share. */
export const believedUnderMps = (
  model: string,
  metric: HolderFigure['metric'],
  confirmed: readonly MpsChip[] = MPS_CONFIRMED,
): boolean => confirmed.some((chip) => chip.model.test(model) && chip.metrics.includes(metric));
