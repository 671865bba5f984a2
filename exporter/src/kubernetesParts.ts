import { GpuscopeError } from '@gpuscope/aggregation';
import type { HolderSource, PodDirectory } from './ports.js';
import type { PodFinder } from './sources/dcgmPod.js';

const notHere = (): never => {
  throw new GpuscopeError('KUBERNETES_UNREACHABLE', 'Kubernetes is not wired up yet');
};
export const findPod: PodFinder = () => Promise.resolve().then(notHere);
export const podResources = (): HolderSource => ({
  name: 'podResources',
  report: () => Promise.resolve().then(notHere),
  close: () => Promise.resolve(),
});
export const createPods = (): PodDirectory => notHere();
