import { NO_TELEMETRY } from '../normalise/noTelemetry.js';
import type { Board, HolderFigure, Reading, Telemetry } from '../normalise/telemetry.js';
import type { DeviceMetric } from '../series/catalog.js';
import type { Capacity, Claim, DeviceRef, Holder, HolderReport, LocalHolder } from './claim.js';
import type { HeldFigures } from './heldFigures.js';
import type { HeldPart, Holding } from './holding.js';
import { leavesOf, type Leaf } from './leaf.js';

export const H100 = 'NVIDIA H100 80GB HBM3';

export const boardOf = (uuid: string, extra: Partial<Board> = {}): Board => ({
  uuid,
  gpu: '0',
  model: H100,
  pciBusId: '00000000:01:00.0',
  driverVersion: '570.124.06',
  instances: [],
  ...extra,
});

/** A board cut into instances of these profiles, numbered from 1. */
export const migBoard = (uuid: string, profiles: readonly string[], extra: Partial<Board> = {}) =>
  boardOf(uuid, {
    instances: profiles.map((migProfile, i) => ({ gpuInstance: String(i + 1), migProfile })),
    ...extra,
  });

/** The only leaf of a whole GPU. */
export function wholeLeaf(uuid = 'GPU-a'): Leaf {
  const [leaf] = leavesOf([boardOf(uuid)]);
  if (leaf === undefined) throw new Error('a board always has a leaf');
  return leaf;
}

/** A holder from `namespace/pod/container`, or from a host's name. */
export function holderOf(text: string): Holder {
  const [namespace = '', pod, container = ''] = text.split('/');
  return pod === undefined
    ? { kind: 'host', host: text }
    : { kind: 'pod', namespace, pod, container };
}

/** Processes of an invented user; what is not given is empty. */
export const localOf = (extra: Partial<Omit<LocalHolder, 'kind'>> = {}): LocalHolder => ({
  kind: 'local',
  host: 'synthetic-vm',
  user: 'ana',
  group: 'research',
  unit: '',
  job: '',
  account: '',
  ...extra,
});

/** Figures by holder, written as in `holderOf`; the empty text for processes that could not be placed. */
export const heldOf = (
  by: HeldFigures['by'],
  figures: Readonly<Record<string, number>>,
): HeldFigures => ({
  by,
  figures: Object.entries(figures).map(([holder, value]) =>
    holder === '' ? { value } : { holder: holderOf(holder), value },
  ),
});

export const uuid = (text: string): DeviceRef => ({ by: 'uuid', uuid: text });
export const mig = (migUuid: string): DeviceRef => ({ by: 'migUuid', migUuid });

export const claim = (
  device: DeviceRef,
  holder: string,
  extra: Partial<Omit<Claim, 'device' | 'holder'>> = {},
): Claim => ({
  device,
  holder: holderOf(holder),
  replicas: 1,
  resource: 'nvidia.com/gpu',
  ...extra,
});

export const offer = (device: DeviceRef, replicas = 1, resource = 'nvidia.com/gpu'): Capacity => ({
  device,
  replicas,
  resource,
});

export const reportOf = (
  claims: readonly Claim[],
  capacities: readonly Capacity[] = [],
  extra: Partial<HolderReport> = {},
): HolderReport => ({
  source: 'podResources',
  claims,
  capacities,
  unknownResources: new Map(),
  unreadableIds: [],
  silentMeansFree: true,
  ...extra,
});

/** A holding with these allocations; what they leave is free. */
export function holdingOf(parts: Readonly<Record<string, number>>, extra: Partial<Holding> = {}) {
  const held = Object.entries(parts).map(([holder, allocated]): HeldPart => ({
    holder: holderOf(holder),
    allocated,
  }));
  const free = 1 - held.reduce((sum, { allocated }) => sum + allocated, 0);
  const alone = held.length === 1 && free === 0;
  return {
    leaf: wholeLeaf(),
    known: true,
    parts: held,
    free,
    alone,
    byUse: false,
    ...extra,
  } satisfies Holding;
}

/** A figure of a board or of a whole GPU. */
export const readingOf = (metric: DeviceMetric, uuid: string, value: number): Reading => ({
  metric,
  uuid,
  gpuInstance: '',
  value,
});

export const figureOf = (
  holder: string,
  value: number,
  metric: HolderFigure['metric'] = 'gpu_utilization_ratio',
): HolderFigure => {
  const [namespace = '', pod = '', container = ''] = holder.split('/');
  return { uuid: 'GPU-a', gpuInstance: '', namespace, pod, container, metric, value };
};

export const telemetryOf = (
  boards: readonly Board[],
  readings: readonly Reading[],
  extra: Partial<Telemetry> = {},
): Telemetry => ({ ...NO_TELEMETRY, boards, readings, ...extra });
