import { GpuscopeError } from '@gpuscope/aggregation';
import { createPodResources } from './holders/podResources/index.js';
import type { HolderSource, PodDirectory } from './ports.js';
import type { PodFinder } from './sources/dcgmPod.js';

const notHere = (): never => {
  throw new GpuscopeError('KUBERNETES_UNREACHABLE', 'Kubernetes is not wired up yet');
};
export const findPod: PodFinder = () => Promise.resolve().then(notHere);
export const podResources = (socket: string, resources: readonly string[]): HolderSource =>
  createPodResources({ socket, resources });
export const createPods = (): PodDirectory => notHere();
