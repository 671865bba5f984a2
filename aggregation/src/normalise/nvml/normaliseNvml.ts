import { derive } from '../derive.js';
import { DropTally } from '../dropTally.js';
import { byText } from '../order.js';
import type { LeafId, Reading, Telemetry } from '../telemetry.js';
import { boardOf } from './board.js';
import { NVML_BOARD_ROWS } from './boardFields.js';
import { NVML_XIDS } from './fields.js';
import { NVML_HEALTH_ROWS } from './healthFields.js';
import { NVML_LEAF_ROWS } from './leafFields.js';
import { NvmlReader } from './read.js';
import type { NvmlDevice, NvmlFigures, NvmlSnapshot } from './snapshot.js';

const OF_BOARD = [...NVML_BOARD_ROWS, ...NVML_HEALTH_ROWS];

/** A GPU instance tells its utilisation by its engine's activity; what else is said of it is its board's. */
const OF_INSTANCE = NVML_LEAF_ROWS.filter(({ field }) => field !== 'utilization');

/**
 * Reads a look at the driver into catalogue names and units. Never throws: a value that cannot be used, and a call that
 * failed, is dropped and counted, and nothing else is lost by it. Who holds what is no part of it: processes are the
 * holder `processes`' to place.
 */
export function normaliseNvml(snapshot: NvmlSnapshot): Telemetry {
  const drops = new DropTally();
  const reader = new NvmlReader(drops);
  const devices = snapshot.devices.filter(({ uuid }) => uuid !== '');
  drops.add('nvmlDeviceGetUUID', 'no_device', snapshot.devices.length - devices.length);
  for (const { call } of devices.flatMap(({ failures }) => failures)) drops.add(call, 'failed');
  const readings = devices.flatMap((device) => readingsOf(device, reader, drops));
  return {
    boards: [...devices]
      .sort((a, b) => a.index - b.index)
      .map((device) => boardOf(device, snapshot.driverVersion)),
    readings: [...readings, ...derive(readings)],
    figures: [],
    holders: [],
    lastXid: new Map(),
    xids: xidsOf(snapshot, devices),
    clockEventReasons: reasonsOf(devices),
    labelsHolders: false,
    fields: fieldsOf(snapshot, devices),
    drops: drops.list(),
    clamped: reader.clamped,
    foreignHosts: [],
    lost: snapshot.lost,
  };
}

/** Board figures once per board, leaf figures per leaf, never for the board behind instances. */
function readingsOf(device: NvmlDevice, reader: NvmlReader, drops: DropTally): Reading[] {
  const { uuid, figures, instances, mig } = device;
  const board: LeafId = { uuid, gpuInstance: '' };
  const ofBoard = reader.read(OF_BOARD, figures, board);
  if (!mig && instances.length === 0) {
    return [...ofBoard, ...reader.read(NVML_LEAF_ROWS, figures, board)];
  }
  for (const { field } of NVML_LEAF_ROWS) {
    if (figures[field] !== undefined) drops.add(field, 'parent_of_instances');
  }
  return [
    ...ofBoard,
    ...instances.flatMap((instance) =>
      reader.read(OF_INSTANCE, instance.figures, {
        uuid,
        gpuInstance: String(instance.gpuInstance),
      }),
    ),
  ];
}

const xidsOf = (
  { session, xids }: NvmlSnapshot,
  devices: readonly NvmlDevice[],
): Telemetry['xids'] =>
  xids === undefined ? [] : [{ session, heard: devices.map(({ uuid }) => uuid), counts: xids }];

const reasonsOf = (devices: readonly NvmlDevice[]): Map<string, number> =>
  new Map(
    devices.flatMap(({ uuid, figures: { clockEventReasons } }) =>
      clockEventReasons === undefined ? [] : [[uuid, clockEventReasons] as const],
    ),
  );

function fieldsOf({ xids }: NvmlSnapshot, devices: readonly NvmlDevice[]): Set<string> {
  const all: readonly NvmlFigures[] = devices.flatMap(({ figures, instances }) => [
    figures,
    ...instances.map((instance) => instance.figures),
  ]);
  const names = all.flatMap((figures) => Object.keys(figures)).sort(byText);
  return new Set([...names, ...(xids === undefined ? [] : [NVML_XIDS])]);
}
