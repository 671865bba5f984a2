import type { HolderFigure, LeafId, Reading, Telemetry } from '../normalise/telemetry.js';
import type { DeviceMetric } from '../series/catalog.js';
import { groupBy } from '../groupBy.js';
import { leafKey } from './leaf.js';

/** Looks up what a telemetry says of a leaf; board figures lie under the board's own id. */
export interface Figures {
  value(metric: DeviceMetric, leaf: LeafId): number | undefined;
  /** Every reading of a board's or leaf's metric, for rows that carry labels of their own. */
  readings(metric: DeviceMetric, leaf: LeafId): readonly Reading[];
  perHolder(metric: HolderFigure['metric'], leaf: LeafId): readonly HolderFigure[];
}

/** The id under which the figures of a whole board lie. */
export const boardId = (uuid: string): LeafId => ({ uuid, gpuInstance: '' });

/** One metric of one leaf as a key of maps. */
export const figureKey = (metric: DeviceMetric, leaf: LeafId): string =>
  `${metric}/${leafKey(leaf)}`;

export function indexFigures(telemetry: Telemetry): Figures {
  const readings = groupBy(telemetry.readings, (reading) => figureKey(reading.metric, reading));
  const figures = groupBy(telemetry.figures, (figure) => figureKey(figure.metric, figure));
  return {
    value: (metric, leaf) => readings.get(figureKey(metric, leaf))?.[0]?.value,
    readings: (metric, leaf) => readings.get(figureKey(metric, leaf)) ?? [],
    perHolder: (metric, leaf) => figures.get(figureKey(metric, leaf)) ?? [],
  };
}
