import type { HostRegistry } from '../identity/hosts.js';
import type { IdentityRules } from '../identity/rules.js';
import type { ListenAddress } from './network.js';
import type { SourceSite } from './sources/index.js';

/** gpuscope.yaml, checked, with every default in place. */
export interface Site {
  readonly version: 1;
  /** Name of this cluster, as external labels and the label `cluster` spell it. */
  readonly cluster: string;
  /** Where the site's Prometheus answers. */
  readonly metrics?: { readonly url: string };
  readonly exporter: ExporterSite;
  readonly identity: IdentityRules;
  readonly tenancy?: OpaqueSection;
  readonly logs?: OpaqueSection;
  readonly portal?: OpaqueSection;
}

/** A section that other programs read: as written, `${NAME}` included. */
export type OpaqueSection = Readonly<Record<string, unknown>>;

/** The section `exporter`. */
export interface ExporterSite {
  readonly listen: ListenAddress;
  /** Name of this node; absent means the host's name. */
  readonly node?: string;
  readonly intervalMs: number;
  /** Samples older than this are not served. */
  readonly dropAfterMs: number;
  readonly emitClusterLabel: boolean;
  /** Per figure, the first source that has it wins. Empty where the role needs none. */
  readonly sources: readonly SourceSite[];
  /** Per device, the first holder source that knows wins. */
  readonly holders: readonly HolderSite[];
  readonly pods: PodsSite;
  readonly hosts: HostRegistry;
  readonly nodeLabels: NodeLabelsSite;
  /** Re-serve the source's own lines with tenant, app and user. */
  readonly passthrough: boolean;
  /** Resource names counted as GPUs; one that ends in `*` stands for all that begin so. See `isGpuResource`. */
  readonly resources: readonly string[];
}

/** One way to know who holds a device. */
export type HolderSite =
  | { readonly kind: 'podResources'; readonly socket: string }
  | { readonly kind: 'dcgmLabels' }
  | { readonly kind: 'hosts' }
  | ProcessesHolderSite;

/** The processes on each device, by NVML, and whose they are, by /proc. */
export interface ProcessesHolderSite {
  readonly kind: 'processes';
  /** libnvidia-ml.so.1 where it is not on the loader's path; beside a source nvml, that one's. */
  readonly library?: string;
  /** Where the machine's /proc is seen. */
  readonly proc: string;
  /** Folder in which Slurm's prolog writes a file per GPU: job and user id. */
  readonly gpustat: string;
  /** Folder in which a prolog writes a file per GPU with its job ids, as for dcgm-exporter; absent where there is none. */
  readonly jobMapping?: string;
  /** How many names of users are kept at most. */
  readonly maxUsers: number;
}

/** Where pods and namespaces come from. */
export type PodsSite =
  | { readonly kind: 'kubernetes'; readonly kubeconfig?: string; readonly context?: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'none' };

/** Node label keys, in order; the first that a node has gives its pool or rack. */
export interface NodeLabelsSite {
  readonly pool: readonly string[];
  readonly rack: readonly string[];
}
