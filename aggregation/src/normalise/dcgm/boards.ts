import { groupBy } from '../../groupBy.js';
import type { Board, Instance } from '../telemetry.js';
import { byId, byText } from '../order.js';
import type { Row } from './row.js';
import type { RowLabels } from './rowLabels.js';

/** The boards that rows speak of, by their index; on each the instances by their id. */
export function boardsOf(rows: readonly Row[]): Board[] {
  const byUuid = groupBy(new Set(rows.map(({ labels }) => labels)), ({ uuid }) => uuid);
  return [...byUuid]
    .map(([uuid, labels]) => boardOf(uuid, labels))
    .sort((a, b) => byId(a.gpu, b.gpu) || byText(a.uuid, b.uuid));
}

function boardOf(uuid: string, rows: readonly RowLabels[]): Board {
  const minor = stated(rows, 'minor');
  return {
    uuid,
    gpu: stated(rows, 'gpu'),
    model: stated(rows, 'model'),
    pciBusId: stated(rows, 'pciBusId'),
    driverVersion: stated(rows, 'driverVersion'),
    // dcgm-exporter writes its own index here, which is the minor number on most nodes and what GKE's ids go by.
    ...(minor === '' ? {} : { minor }),
    instances: instancesOf(rows),
  };
}

/**
 * Instances by their GPU instance id. Under dynamic resource allocation rows may tell an instance's uuid and no id; on a
 * board where no row tells an id, the uuid stands for it, so that a board that is cut up never passes for a whole GPU.
 */
function instancesOf(rows: readonly RowLabels[]): Instance[] {
  const numbered = rows.filter(({ gpuInstance }) => gpuInstance !== '');
  const byInstance =
    numbered.length > 0
      ? groupBy(numbered, ({ gpuInstance }) => gpuInstance)
      : groupBy(
          rows.filter(({ migUuid }) => migUuid !== ''),
          ({ migUuid }) => migUuid,
        );
  return [...byInstance]
    .map(([gpuInstance, same]) => {
      const migUuids = [...new Set(same.map(({ migUuid }) => migUuid))].filter((one) => one !== '');
      const migProfile = stated(same, 'migProfile');
      return {
        gpuInstance,
        migProfile,
        ...(migUuids.length === 0 ? {} : { migUuids: migUuids.sort(byText) }),
      };
    })
    .sort((a, b) => byId(a.gpuInstance, b.gpuInstance));
}

/** What the rows state; should they disagree, always the same one of the statements. */
function stated(
  rows: readonly RowLabels[],
  key: 'gpu' | 'model' | 'pciBusId' | 'driverVersion' | 'minor' | 'migProfile',
): string {
  return (
    rows
      .map((row) => row[key])
      .filter((value) => value !== '')
      .sort(byText)[0] ?? ''
  );
}
