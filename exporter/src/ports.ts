import type { HolderReport, NamespaceInfo, PodInfo, Telemetry } from '@gpuscope/aggregation';

/** Where figures come from: DCGM, a recording, later NVML. */
export interface Source {
  readonly name: string;
  /** Reads once; throws a GpuscopeError (SOURCE_…) when there is nothing to be had. */
  read(signal: AbortSignal): Promise<Telemetry>;
  close(): Promise<void>;
}

/** A way to know who holds a device. */
export interface HolderSource {
  readonly name: string;
  /** Asks once; throws a GpuscopeError (HOLDER_…). `telemetry` is this cycle's, for sources that read its labels. */
  report(telemetry: Telemetry, signal: AbortSignal): Promise<HolderReport>;
  close(): Promise<void>;
}

/** How fresh a pod directory is; the exporter serves these as metrics of its own. */
export interface DirectoryStatus {
  readonly synced: boolean;
  /** Milliseconds since the epoch of the last event, bookmark or list; 0 before the first. */
  readonly lastEventMs: number;
  readonly restarts: number;
  readonly pods: number;
  readonly namespaces: number;
  /** The newest error, in words; empty when well. */
  readonly error: string;
}

/** The pods that an exporter may have to name, kept fresh in the background. */
export interface PodDirectory {
  /** Returns at once; the first list goes on in the background. */
  start(): void;
  pod(namespace: string, name: string): PodInfo | undefined;
  /**
   * The pod of a uid as the kubelet writes it into cgroups: of a static pod the hash of its manifest. Answers, like
   * `PodInfo.containers`, only in a directory that was made for the holder `processes`.
   */
  podByUid(uid: string): PodInfo | undefined;
  namespace(name: string): NamespaceInfo | undefined;
  pods(): Iterable<PodInfo>;
  /** Labels of this exporter's own node; empty while unknown or without Kubernetes. */
  nodeLabels(): ReadonlyMap<string, string>;
  status(): DirectoryStatus;
  close(): Promise<void>;
}
