import type { HolderReport } from '../attribution/claim.js';
import type { HostEntry, NamespaceInfo, PodInfo } from '../identity/subject.js';
import type { Drop, LostDevice, Telemetry } from '../normalise/telemetry.js';
import type { Series } from '../series/series.js';

/** Who is behind a holder; undefined while not known. The exporter's pod directory and host registry answer. */
export interface Directory {
  pod(namespace: string, name: string): PodInfo | undefined;
  namespace(name: string): NamespaceInfo | undefined;
  host(host: string): HostEntry | undefined;
}

/** Everything that one cycle starts from. */
export interface CycleInput {
  /** Wall clock, milliseconds since the epoch. */
  readonly nowMs: number;
  /** Monotonic clock, milliseconds; time is charged by this one, so that a clock jump costs nobody anything. */
  readonly monotonicMs: number;
  /** Absent when the source could not be read: no device series then, but accounts go on being served. */
  readonly telemetry?: Telemetry;
  /** In order of preference: per device, the first that knows wins. */
  readonly holders: readonly HolderReport[];
  readonly directory: Directory;
  /** Where the node stands, from its own labels; empty strings where unknown. */
  readonly place: { readonly pool: string; readonly rack: string };
}

/** What happened in a cycle beside the series, for the exporter's metrics about itself and for its log. */
export interface CycleReport {
  readonly boards: number;
  readonly leaves: number;
  readonly workloads: number;
  readonly drops: readonly Drop[];
  readonly clamped: number;
  readonly foreignHosts: readonly string[];
  /** Claims on devices that the source does not report, by holder source and resource. */
  readonly unplaced: readonly {
    readonly source: string;
    readonly resource: string;
    readonly device: string;
  }[];
  /** Processes on devices that could not be placed, by reason. */
  readonly unplacedProcesses: ReadonlyMap<string, number>;
  /** Devices that the driver counts and that do not answer. */
  readonly lost: readonly LostDevice[];
  /** Devices of resource names that were not understood. */
  readonly unknownResources: ReadonlyMap<string, number>;
  readonly unreadableIds: readonly string[];
  /** Workloads for which no rule found the name. */
  readonly unnamed: { readonly tenant: number; readonly app: number; readonly user: number };
  /** Pods that hold a device and that the pod directory does not know. */
  readonly unknownPods: number;
  /** Seconds of this cycle that were charged to nobody because too much time had passed. */
  readonly unmeasuredSeconds: number;
  /** The energy counter stood still under power for several cycles: the source repeats itself. */
  readonly frozen: boolean;
  /** Per-holder figures that were all 0 under a busy device and were not believed. */
  readonly distrusted: number;
  /** Catalogue metrics that the source gives nothing for. */
  readonly missingMetrics: readonly string[];
}

export interface CycleOutput {
  readonly series: readonly Series[];
  readonly report: CycleReport;
}
