import type { LeafId, Reading } from '../normalise/telemetry.js';
import type { DeviceMetric } from '../series/catalog.js';
import { figureKey, type Figures } from './figures.js';
import type { PlacedReport } from './place.js';

/** A value that no measurement gives is none. */
const isSound = (value: number): boolean => Number.isFinite(value) && value >= 0;

/** A device can't be busy for more than all of the time. */
const bounded = (metric: DeviceMetric, value: number): number =>
  metric === 'gpu_utilization_ratio' ? Math.min(1, value) : value;

/**
 * The same figures, but those of a window where a holder source measured a device over the window of its processes: the
 * first such report's. What a source says of a moment, however exact, is not what these processes did in sum.
 */
export function overWindow(figures: Figures, reports: readonly PlacedReport[]): Figures {
  const measured = (metric: DeviceMetric, leaf: LeafId): number | undefined => {
    const key = figureKey(metric, leaf);
    const told = reports.flatMap(({ deviceFigures }) => deviceFigures.get(key) ?? []);
    const value = told.find((one) => isSound(one.value))?.value;
    return value === undefined ? undefined : bounded(metric, value);
  };
  return {
    ...figures,
    value: (metric, leaf) => measured(metric, leaf) ?? figures.value(metric, leaf),
    readings(metric, leaf): readonly Reading[] {
      const value = measured(metric, leaf);
      if (value === undefined) return figures.readings(metric, leaf);
      return [{ metric, uuid: leaf.uuid, gpuInstance: leaf.gpuInstance, value }];
    },
  };
}
