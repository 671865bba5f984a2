import { objectOf, listOf, textOf } from './json.js';
import type { KubernetesClient } from './client.js';

interface Candidate {
  readonly ip: string;
  readonly name: string;
  readonly ready: boolean;
}

function candidate(object: unknown): Candidate | undefined {
  const { metadata, status } = objectOf(object);
  const { name, deletionTimestamp } = objectOf(metadata);
  const { podIP, phase, conditions } = objectOf(status);
  if (phase !== 'Running' || textOf(podIP) === '' || deletionTimestamp !== undefined)
    return undefined;
  const ready = listOf(conditions)
    .map(objectOf)
    .some(({ type, status: is }) => type === 'Ready' && is === 'True');
  return { ip: textOf(podIP), name: textOf(name), ready };
}

/**
 * Asks once for a running pod of this node, a ready one first; undefined where there is none.
 * @throws (when called) KubernetesError; the signal's reason when aborted
 */
export function createPodFinder(client: KubernetesClient, node: string) {
  return async (
    namespace: string,
    labelSelector: string,
    signal: AbortSignal,
  ): Promise<{ readonly ip: string; readonly name: string } | undefined> => {
    const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`;
    const fieldSelector = `spec.nodeName=${node}`;
    const { items } = await client.list({ path, labelSelector, fieldSelector, signal }, candidate);
    const chosen = items.find(({ ready }) => ready) ?? items[0];
    return chosen === undefined ? undefined : { ip: chosen.ip, name: chosen.name };
  };
}
