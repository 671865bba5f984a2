import type { HolderSource } from '../../ports.js';
import { createLister } from './lister.js';
import { toReport } from './report.js';

export interface PodResourcesOptions {
  /** Path of the kubelet's socket. */
  readonly socket: string;
  /** Resource names that count as GPUs. */
  readonly resources: readonly string[];
  /** False for a pod that has ended: kubelets before 1.34 list those too. Left out, every listed pod counts. */
  readonly isActive?: (namespace: string, pod: string) => boolean;
}

/** Asks the kubelet which container was given which device. */
export function createPodResources(options: PodResourcesOptions): HolderSource {
  const { socket, resources, isActive = () => true } = options;
  const lister = createLister(socket);
  return {
    name: 'podResources',
    async report(_telemetry, signal) {
      const [pods, allocatable] = await Promise.all([
        lister.list(signal),
        lister.allocatable(signal),
      ]);
      const active = pods.filter(({ namespace, name }) => isActive(namespace, name));
      return toReport(active, allocatable, resources);
    },
    close() {
      lister.close();
      return Promise.resolve();
    },
  };
}
