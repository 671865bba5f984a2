import type { LocalProcesses } from '../processes/local.js';

/** What a rule can read of a pod; the exporter's pod sources produce it. */
export interface PodInfo {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  /** Empty while the pod is not scheduled. */
  readonly node: string;
  /** Kubernetes' own word: Pending, Running, Succeeded, Failed, Unknown. */
  readonly phase: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The controlling owner as written in the pod (ReplicaSet, Job, …); absent for a bare pod. */
  readonly owner?: { readonly kind: string; readonly name: string };
  /** Seconds since the epoch; the pod's status.startTime, absent while pending. */
  readonly startSeconds?: number;
  /** Extended resources that the pod asks for (such as `nvidia.com/gpu`), where the source of pods reads them. */
  readonly requests?: ReadonlyMap<string, number>;
  /** Container id, without the runtime's prefix, to the container's name; only where something asks for it. */
  readonly containers?: ReadonlyMap<string, string>;
}

export interface NamespaceInfo {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** Seconds since the epoch. */
  readonly createdSeconds?: number;
}

/** An entry of the host registry (`exporter.hosts`): whose machine this is. */
export interface HostEntry {
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
}

/** Processes outside of any pod, and what is known of their machine. */
export interface LocalSubject extends LocalProcesses {
  readonly kind: 'local';
  /** What the host registry says of the machine; absent where it says nothing. */
  readonly entry?: HostEntry;
}

/** Whom the identity rules are asked about. The namespace may be unknown while its watch is starting. */
export type Subject =
  | { readonly kind: 'pod'; readonly pod: PodInfo; readonly namespace?: NamespaceInfo }
  | { readonly kind: 'host'; readonly host: string; readonly entry: HostEntry }
  | LocalSubject;

/** The three names. Empty means that no rule found one. */
export interface Identity {
  readonly tenant: string;
  readonly app: string;
  readonly user: string;
}
