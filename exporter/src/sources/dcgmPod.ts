import { GpuscopeError } from '@gpuscope/aggregation';
import type { HttpTarget } from '../http/target.js';
import type { DcgmAddress, DcgmLocator } from './dcgm.js';

/** A running pod of this node. */
export interface FoundPod {
  readonly ip: string;
  readonly name: string;
}

/** Asks Kubernetes for a running pod of this node; undefined where there is none. */
export type PodFinder = (
  namespace: string,
  selector: string,
  signal: AbortSignal,
) => Promise<FoundPod | undefined>;

export interface DcgmPodOptions {
  readonly namespace: string;
  readonly selector: string;
  readonly node: string;
  readonly scheme: 'http' | 'https';
  readonly port: number;
  readonly path: string;
  /** Everything of the target but its address. */
  readonly target: Omit<HttpTarget, 'url'>;
  readonly findPod: PodFinder;
}

const bracketed = (ip: string): string => (ip.includes(':') ? `[${ip}]` : ip);

/**
 * Finds the dcgm-exporter pod of this node by its labels, never through a Service, which would answer from another
 * node. The answer is kept until the address fails, as pods get a new address when they are made anew.
 * @throws (from locate) GpuscopeError SOURCE_NOT_FOUND when no such pod runs here
 */
export function podAddress(options: DcgmPodOptions): DcgmLocator {
  const { namespace, selector, node, scheme, port, path, target, findPod } = options;
  let known: DcgmAddress | undefined;
  return {
    async locate(signal) {
      if (known !== undefined) return known;
      const pod = await findPod(namespace, selector, signal);
      if (pod === undefined) {
        throw new GpuscopeError(
          'SOURCE_NOT_FOUND',
          `no running pod with ${selector} in namespace ${namespace} on node ${node}; is dcgm-exporter there, and do its labels match sources[].dcgm.pod.selector?`,
        );
      }
      const url = `${scheme}://${bracketed(pod.ip)}:${port}${path}`;
      known = { target: { ...target, url }, aliases: [pod.name] };
      return known;
    },
    failed() {
      known = undefined;
    },
    close: () => Promise.resolve(),
  };
}
