import type { DataFrame, Labels } from '@grafana/data';
import { MAP_CODES } from '@gpuscope/dashboards';
import { tableFrame } from './frames.js';

/** A device as a test describes it. */
export interface Device {
  readonly node: string;
  readonly gpu: string;
  readonly instance?: string;
  readonly profile?: string;
  /** null: nobody measures. */
  readonly busy?: number | null;
  readonly state?: keyof typeof MAP_CODES;
  readonly app?: string;
  readonly tenant?: string;
  readonly pool?: string;
  readonly idle?: number;
  readonly since?: number;
  readonly others?: readonly { readonly tenant: string; readonly app: string }[];
}

const labelsOf = ({ node, gpu, instance }: Device): Labels => ({
  cluster: 'idc1',
  node,
  gpu,
  ...(instance === undefined ? {} : { gpu_instance: instance }),
});

const holdersOf = (device: Device): readonly (readonly [Labels, number])[] => {
  const { app, tenant = 'cv', since = 0, others = [] } = device;
  const all = app === undefined ? others : [{ tenant, app }, ...others];
  return all.map((holder) => [
    { ...labelsOf(device), ...holder, user: 'li.lei', namespace: 'cv', pod: `${holder.app}-0` },
    since,
  ]);
};

/** What Prometheus would answer to the queries of the map. */
export function mapFrames(devices: readonly Device[]): readonly DataFrame[] {
  const pools = new Map(devices.map(({ node, pool = '' }) => [node, pool]));
  return [
    tableFrame(
      'busy',
      devices.map((device) => [
        { ...labelsOf(device), model: 'NVIDIA A100', mig_profile: device.profile ?? '' },
        device.busy === null ? NaN : (device.busy ?? 0.5),
      ]),
    ),
    tableFrame(
      'state',
      devices.flatMap((device) =>
        device.state === undefined ? [] : [[labelsOf(device), MAP_CODES[device.state]] as const],
      ),
    ),
    tableFrame('holders', devices.flatMap(holdersOf)),
    tableFrame(
      'idle',
      devices.flatMap((device) =>
        device.idle === undefined ? [] : [[labelsOf(device), device.idle] as const],
      ),
    ),
    tableFrame(
      'place',
      [...pools].map(([node, pool]) => [{ cluster: 'idc1', node, pool }, 1] as const),
    ),
  ];
}

/** Nodes alike, each with as many GPUs. */
export const fleet = (
  nodes: number,
  gpus: number,
  of: (node: number, gpu: number) => Partial<Device> = () => ({}),
): readonly Device[] =>
  Array.from({ length: nodes * gpus }, (_, at) => {
    const [node, gpu] = [Math.floor(at / gpus), at % gpus];
    return { node: `node-${node}`, gpu: String(gpu), ...of(node, gpu) };
  });
