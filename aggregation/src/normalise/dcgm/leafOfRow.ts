import type { Board, LeafId } from '../telemetry.js';
import type { RowLabels } from './rowLabels.js';

/** Finds the leaf that a row's labels name; undefined for the board behind instances. */
export type LeafOfRow = (labels: RowLabels) => LeafId | undefined;

/** Where a row's figures belong. Rows without an instance's id are the board's, even if they tell an instance's uuid. */
export function leafOfFigures(boards: readonly Board[]): LeafOfRow {
  const cutUp = new Set(
    boards.filter(({ instances }) => instances.length > 0).map(({ uuid }) => uuid),
  );
  return ({ uuid, gpuInstance }) =>
    gpuInstance === '' && cutUp.has(uuid) ? undefined : { uuid, gpuInstance };
}

/** Which leaf a row's holder holds: an instance's uuid is enough here, where the boards tell which instance it is. */
export function leafOfHolder(boards: readonly Board[]): LeafOfRow {
  const byMigUuid = new Map(
    boards.flatMap(({ uuid, instances }) =>
      instances.flatMap(({ gpuInstance, migUuids = [] }) =>
        migUuids.map((migUuid) => [migUuid, { uuid, gpuInstance }] as const),
      ),
    ),
  );
  const ofFigures = leafOfFigures(boards);
  return (labels) => byMigUuid.get(labels.migUuid) ?? ofFigures(labels);
}
