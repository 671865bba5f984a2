import type { HolderReport, NodeLabelsSite, Telemetry } from '@gpuscope/aggregation';
import type { PodDirectory } from '../ports.js';
import { podKey } from '../pods/stores.js';
import type { DirectoryJson } from './directoryJson.js';
import { namespaceToJson, podToJson } from './directoryJson.js';

interface PodName {
  readonly namespace: string;
  readonly pod: string;
}

function podsNamed(
  telemetry: Telemetry | undefined,
  reports: readonly HolderReport[],
): ReadonlyMap<string, PodName> {
  const held = reports.flatMap(({ claims, figures }) => [
    ...claims.map(({ holder }) => holder),
    ...(figures ?? []).flatMap(({ holder }) => holder ?? []),
  ]);
  const pods: PodName[] = [
    ...held.flatMap((holder) => (holder.kind === 'pod' ? [holder] : [])),
    ...(telemetry?.holders ?? []),
    ...(telemetry?.figures ?? []),
  ];
  return new Map(
    pods.map(({ namespace, pod }) => [podKey(namespace, pod), { namespace, pod }] as const),
  );
}

/** Of all pods and namespaces, those that somebody who holds a device is named by. */
export function neededOf(
  directory: PodDirectory,
  keys: NodeLabelsSite,
  telemetry: Telemetry | undefined,
  reports: readonly HolderReport[],
): DirectoryJson {
  const named = [...podsNamed(telemetry, reports).values()];
  const namespaces = [...new Set(named.map(({ namespace }) => namespace))];
  const labels = directory.nodeLabels();
  return {
    pods: named.flatMap(({ namespace, pod }) => {
      const known = directory.pod(namespace, pod);
      return known === undefined ? [] : [podToJson(known)];
    }),
    namespaces: namespaces.flatMap((name) => {
      const known = directory.namespace(name);
      return known === undefined ? [] : [namespaceToJson(known)];
    }),
    nodeLabels: Object.fromEntries(
      [...keys.pool, ...keys.rack].flatMap((key) => {
        const value = labels.get(key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    ),
  };
}
