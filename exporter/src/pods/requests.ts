import type { Json } from '../kubernetes/json.js';
import { listOf, objectOf } from '../kubernetes/json.js';
import { parseQuantity } from './quantity.js';

type Amounts = Map<string, number>;

/** Names that a device plugin or an operator brought: with a domain that is not Kubernetes' own. */
export function isExtendedResource(name: string): boolean {
  const slash = name.indexOf('/');
  return slash > 0 && !/(^|\.)kubernetes\.io$/.test(name.slice(0, slash));
}

/** Whose requests a directory keeps: extended resources, and those that a site names beside. */
export const keepRequest =
  (isGpuResource: (name: string) => boolean = () => false) =>
  (name: string): boolean =>
    isExtendedResource(name) || isGpuResource(name);

/** Limits stand in for requests, as the API server itself fills them in for extended resources. */
function amountsOf(container: unknown, isWanted: (name: string) => boolean): Amounts {
  const { limits, requests } = objectOf(objectOf(container)['resources']);
  const amounts: Amounts = new Map();
  for (const [name, value] of Object.entries({ ...objectOf(limits), ...objectOf(requests) })) {
    const amount = isWanted(name) ? parseQuantity(value) : undefined;
    if (amount !== undefined && amount > 0) amounts.set(name, amount);
  }
  return amounts;
}

function combine(into: Amounts, more: Amounts, how: (a: number, b: number) => number): void {
  for (const [name, amount] of more) into.set(name, how(into.get(name) ?? 0, amount));
}

const add = (a: number, b: number): number => a + b;

/**
 * What the scheduler counts for a pod: its containers and sidecars together, or an init container with the sidecars
 * that were started before it, whichever is more.
 * (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers)
 */
export function effectiveRequests(spec: Json, isWanted: (name: string) => boolean): Amounts {
  const running: Amounts = new Map();
  const most: Amounts = new Map();
  for (const init of listOf(spec['initContainers'])) {
    const own = amountsOf(init, isWanted);
    if (objectOf(init)['restartPolicy'] === 'Always') {
      combine(running, own, add);
      combine(most, running, Math.max);
    } else {
      combine(own, running, add);
      combine(most, own, Math.max);
    }
  }
  for (const container of listOf(spec['containers'])) {
    combine(running, amountsOf(container, isWanted), add);
  }
  combine(most, running, Math.max);
  return most;
}
