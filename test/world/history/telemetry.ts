import {
  DCGM_FIELDS,
  type Board,
  type DeviceMetric,
  type HolderFigure,
  type Reading,
  type Telemetry,
} from '@gpuscope/aggregation';
import type { GpuState } from '../model/devices.js';
import {
  BOARD_FIELDS,
  DRIVER,
  LEAF_FIELDS,
  leavesOf,
  type Leaf,
  type LeafField,
} from '../protocol/dcgmFields.js';

/** What a figure is multiplied by to be in the catalogue's unit. */
const FACTORS: Readonly<Record<string, number>> = {
  percent: 1 / 100,
  percent_or_ratio: 1 / 100,
  mebibytes: 1024 ** 2,
  megahertz: 1e6,
  millijoules: 1e-3,
  nanoseconds: 1e-9,
};

interface Meaning {
  readonly metric: DeviceMetric;
  readonly labels?: Readonly<Record<string, string>>;
  readonly factor: number;
  readonly perPod?: HolderFigure['metric'];
}

/** What the fields that the simulated dcgm-exporter prints mean, by aggregation's own table. */
function meaningOf(name: string): Meaning | undefined {
  const field = DCGM_FIELDS.find(({ names }) => name in names);
  if (field?.metric === undefined) return undefined;
  const { metric, labels, perPod } = field;
  const factor = FACTORS[field.names[name] ?? ''] ?? 1;
  return {
    metric,
    factor,
    ...(labels === undefined ? {} : { labels }),
    ...(perPod === undefined ? {} : { perPod }),
  };
}

const withMeaning = <T extends { readonly name: string }>(fields: readonly T[]) =>
  fields.flatMap((field) => {
    const meaning = meaningOf(field.name);
    return meaning === undefined ? [] : [{ ...field, ...meaning }];
  });

const BOARD = withMeaning(BOARD_FIELDS);
const LEAF = withMeaning(LEAF_FIELDS);

const FIELDS: ReadonlySet<string> = new Set(
  [...BOARD_FIELDS, ...LEAF_FIELDS].map(({ name }) => name.replace('DCGM_FI_', '')),
);

/**
 * What the exporter would read from a node's dcgm-exporter, without the text in between: writing and reading it would
 * take longer than all else that a history takes.
 */
export function telemetryOf(states: readonly GpuState[]): Telemetry {
  const readings: Reading[] = [];
  const figures: HolderFigure[] = [];
  for (const state of states) {
    const { uuid } = state.gpu;
    for (const { metric, labels, factor, value } of BOARD) {
      const reading = { uuid, gpuInstance: '', metric, value: value(state) * factor };
      readings.push(labels === undefined ? reading : { ...reading, labels });
    }
    for (const leaf of leavesOf(state)) {
      readings.push(...leafReadings(leaf));
      if (state.gpu.mode.kind === 'shared') figures.push(...podFigures(leaf));
    }
  }
  return {
    boards: states.map(boardOf),
    readings,
    figures,
    holders: states.flatMap(sourceHolders),
    lastXid: new Map(states.map(({ gpu, xid }) => [gpu.uuid, xid])),
    xids: [],
    clockEventReasons: new Map(),
    labelsHolders: states.some(({ uses }) => uses.length > 0),
    fields: FIELDS,
    drops: [],
    clamped: 0,
    foreignHosts: [],
    lost: [],
  };
}

const boardOf = ({ gpu }: GpuState): Board => ({
  uuid: gpu.uuid,
  gpu: String(gpu.index),
  model: gpu.model,
  pciBusId: gpu.pciBusId,
  driverVersion: DRIVER,
  minor: String(gpu.index),
  instances:
    gpu.mode.kind === 'mig'
      ? gpu.mode.instances.map(({ gpuInstance, profile }) => ({ gpuInstance, migProfile: profile }))
      : [],
});

/** A leaf's own figures, and those that follow from them: all memory, and what an instance's engine says of its use. */
function leafReadings(leaf: Leaf): Reading[] {
  const { gpuInstance, isInstance } = leaf;
  const { uuid } = leaf.state.gpu;
  let total = 0;
  const readings = LEAF.flatMap(({ metric, factor, value }): Reading[] => {
    const figure = value(leaf);
    if (figure === undefined) return [];
    if (isMemory(metric)) total += figure * factor;
    return [{ uuid, gpuInstance, metric, value: figure * factor }];
  });
  readings.push({ uuid, gpuInstance, metric: 'gpu_memory_total_bytes', value: total });
  const engine = readings.find(({ metric }) => metric === 'gpu_engine_active_ratio');
  if (isInstance && engine !== undefined) {
    readings.push({ ...engine, metric: 'gpu_utilization_ratio' });
  }
  return readings;
}

const isMemory = (metric: DeviceMetric): boolean => /^gpu_memory_.*_bytes$/.test(metric);

function podFigures({ uses, state: { gpu } }: Leaf): HolderFigure[] {
  return LEAF.flatMap(({ perPod, factor, ofUse }: Meaning & Pick<LeafField, 'ofUse'>) =>
    perPod === undefined || ofUse === undefined
      ? []
      : uses.map((use) => ({
          uuid: gpu.uuid,
          gpuInstance: '',
          namespace: use.pod.app.namespace,
          pod: use.pod.name,
          container: '',
          metric: perPod,
          value: ofUse(use) * factor,
        })),
  );
}

const sourceHolders = ({ gpu, uses }: GpuState): Telemetry['holders'][number][] =>
  uses.map(({ gpuInstance, pod }) => ({
    uuid: gpu.uuid,
    gpuInstance,
    namespace: pod.app.namespace,
    pod: pod.name,
    container: 'main',
  }));
