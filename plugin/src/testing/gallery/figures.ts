import { tableFrame, seriesFrame } from '../../panels/testing/frames.js';
import { FieldType, toDataFrame, type DataFrame, type Labels } from '@grafana/data';

/** A moment that never changes: 2026-03-02 12:00 UTC. */
export const NOW_MS = Date.UTC(2026, 2, 2, 12);

export const HOUR_MS = 3_600_000;

/** Looks like chance and is the same every time: 0 to 1. */
const chance = (...numbers: readonly number[]): number => {
  const mixed = numbers.reduce(
    (sum, number, at) => sum + Math.sin(number * 12.9898 + at * 78.233),
    0,
  );
  const large = mixed * 43_758.5453;
  return large - Math.floor(large);
};

export const ringFigures = (total: number, held: number, used: number): DataFrame[] => [
  tableFrame('total', [[{}, total]]),
  tableFrame('held', [[{}, held]]),
  tableFrame('used', [[{}, used]]),
];

const TENANTS = ['research', 'ads', 'search', 'speech'];

interface Device {
  readonly labels: Labels;
  readonly seed: readonly [node: number, gpu: number];
}

const devicesOf = (nodes: number): readonly Device[] =>
  Array.from({ length: nodes * 8 }, (_, at) => {
    const [node, gpu] = [Math.floor(at / 8), at % 8];
    const name = `gpu-${String(node + 1).padStart(3, '0')}`;
    return {
      labels: { cluster: 'west', node: name, gpu: String(gpu), gpu_instance: '' },
      seed: [node, gpu],
    };
  });

/** What a device is: busy as far as a number tells, else a code as the map's `state` has it. */
function stateOf([node, gpu]: Device['seed']): number | undefined {
  const drawn = chance(node, gpu, 3);
  if (drawn < 0.15) return -1;
  if (drawn < 0.22) return -2;
  if (drawn < 0.225) return -3;
  return drawn < 0.24 ? -4 : undefined;
}

/** Answers to the map's five questions, for a site of this many nodes with eight GPUs each. */
export function mapFigures(nodes: number): DataFrame[] {
  const devices = devicesOf(nodes);
  const held = devices.filter(({ seed }) => stateOf(seed) !== -1);
  const holder = ({ seed: [node] }: Device): Labels => {
    const tenant = TENANTS[node % TENANTS.length] ?? '';
    const app = `${tenant}-train-${String(node % 7)}`;
    return { tenant, app, user: `user-${String(node % 11)}`, namespace: tenant, pod: `${app}-0` };
  };
  const places = [...new Set(devices.map(({ labels }) => labels['node'] ?? ''))];
  return [
    tableFrame(
      'busy',
      devices.map(({ labels, seed: [node, gpu] }) => [
        { ...labels, uuid: `GPU-${String(node)}-${String(gpu)}`, model: 'NVIDIA H100 80GB HBM3' },
        stateOf([node, gpu]) === -2 ? 0 : chance(node, gpu, 1),
      ]),
    ),
    tableFrame(
      'state',
      devices.flatMap(({ labels, seed }) => {
        const state = stateOf(seed);
        return state === undefined ? [] : [[labels, state] as const];
      }),
    ),
    tableFrame(
      'holders',
      held.map((device) => [{ ...device.labels, ...holder(device) }, NOW_MS / 1000 - 7200]),
    ),
    tableFrame(
      'idle',
      held.map(({ labels, seed }) => [labels, stateOf(seed) === -2 ? 18_000 : 30]),
    ),
    tableFrame(
      'place',
      places.map((node, at) => [
        { cluster: 'west', node, pool: `pool-${String(at % 5)}`, rack: `rack-${String(at % 20)}` },
        1,
      ]),
    ),
  ];
}

const STEP_MS = 10 * 60_000;

/** Who held which GPU over six hours: several holders after one another on each of eight devices. */
export const holderFigures = (): DataFrame[] =>
  Array.from({ length: 16 }, (_, at) => {
    const [gpu, turn] = [at % 8, Math.floor(at / 8)];
    const tenant = TENANTS[(gpu + turn) % TENANTS.length] ?? '';
    const app = `${tenant}-train`;
    const [from, to] = turn === 0 ? [0, 12 + gpu] : [16 + gpu, 37];
    const points = Array.from({ length: to - from }, (_none, step) => {
      const moment = NOW_MS - 6 * HOUR_MS + (from + step) * STEP_MS;
      return [moment, 1] as const;
    });
    const pod = `${app}-${String(turn)}`;
    return seriesFrame(
      'held',
      {
        ...{ cluster: 'west', node: 'gpu-001', gpu: String(gpu), gpu_instance: '', tenant, app },
        ...{ user: `user-${String(gpu)}`, namespace: tenant, pod, container: 'main' },
      },
      points,
    );
  });

const LEVELS = ['info', 'info', 'info', 'debug', 'warning', 'error'];

const lineOf = (at: number): string => {
  if (at % 17 === 0) return `{"step":${String(at)},"loss":0.${String(at % 97)},"lr":0.0003}`;
  if (at % 23 === 0) return `CUDA out of memory\n  at train.py:${String(at)}\n  at main.py:12`;
  return `step ${String(at)}: loss 0.${String(at % 97)}, ${String(at % 13)} samples per second`;
};

/** This many lines, a second apart, the newest first. */
export function logFigures(lines: number): DataFrame[] {
  const places = Array.from({ length: lines }, (_, at) => at);
  const pod = (at: number): Labels => ({ app: 'ads-train', pod: `ads-train-${String(at % 3)}` });
  return [
    toDataFrame({
      refId: 'A',
      fields: [
        { name: 'timestamp', type: FieldType.time, values: places.map((at) => NOW_MS - at * 1000) },
        { name: 'body', type: FieldType.string, values: places.map(lineOf) },
        {
          name: 'severity',
          type: FieldType.string,
          values: places.map((at) => LEVELS[at % LEVELS.length]),
        },
        { name: 'id', type: FieldType.string, values: places.map((at) => `line-${String(at)}`) },
        { name: 'labels', type: FieldType.other, values: places.map(pod) },
      ],
    }),
  ];
}
