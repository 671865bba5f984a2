import type { DeviceMetric } from '../series/catalog.js';

/** A MIG instance of a board. */
export interface Instance {
  /** GPU instance id as DCGM and NVML number it. */
  readonly gpuInstance: string;
  /** Such as `1g.10gb`; empty where the source does not tell. */
  readonly migProfile: string;
  /** The uuids (`MIG-…`) of its compute instances, where the source tells them: any of them names the instance. */
  readonly migUuids?: readonly string[];
}

/** A physical GPU. */
export interface Board {
  /** `GPU-…`; the key of everything. */
  readonly uuid: string;
  /** Index on its node as the source numbers it. */
  readonly gpu: string;
  readonly model: string;
  readonly pciBusId: string;
  readonly driverVersion: string;
  /** Minor number (`/dev/nvidiaN`), where the source tells it; not always the index. */
  readonly minor?: string;
  /** Empty for a GPU without MIG. */
  readonly instances: readonly Instance[];
}

/** Names a leaf: the instance's id, or the empty string for a whole GPU. Board figures use the empty string. */
export interface LeafId {
  readonly uuid: string;
  readonly gpuInstance: string;
}

/** One figure in the catalogue's name and unit. `labels` are the row's own (reason, kind, scope, xid). */
export interface Reading extends LeafId {
  readonly metric: DeviceMetric;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Pod, container and namespace as the source's own labels spell them. */
export interface SourceHolder extends LeafId {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/**
 * A figure that the source gives for one pod on a shared device. The source repeats a pod's figure on each of its
 * containers and replicas; here it comes once, with an empty `container`.
 */
export interface HolderFigure extends SourceHolder {
  readonly metric: 'gpu_utilization_ratio' | 'gpu_memory_used_bytes';
  readonly value: number;
}

/** Why a sample did not become a reading. */
export type DropReason =
  | 'blank'
  | 'undecidable_unit'
  | 'not_a_number'
  | 'out_of_range'
  | 'no_device'
  | 'foreign_host'
  | 'stale'
  | 'duplicate'
  | 'parent_of_instances'
  | 'failed';

export interface Drop {
  readonly field: string;
  readonly reason: DropReason;
  readonly count: number;
}

/** How often an XID was heard on a board in a session, and when last. */
export interface HeardXid {
  readonly uuid: string;
  readonly xid: number;
  /** Since the session began. */
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly lastMs: number;
}

/** XIDs that a source hears one by one, for as long as it listens without a break. */
export interface XidSession {
  /** Another session counts from 0 again. */
  readonly session: string;
  /** Boards (by uuid) of which it hears every XID; those that it counts need not be there any more. */
  readonly heard: readonly string[];
  readonly counts: readonly HeardXid[];
}

/** A device that the driver counts and that does not answer. */
export interface LostDevice {
  /** Empty where it was never known. */
  readonly uuid: string;
  readonly pciBusId: string;
  /** The driver's word, such as `NVML_ERROR_GPU_IS_LOST`. */
  readonly code: string;
}

/** What a source says in one cycle, whatever the source: boards, figures, and who it thinks holds what. */
export interface Telemetry {
  readonly boards: readonly Board[];
  readonly readings: readonly Reading[];
  /** Figures per holder of shared devices; empty where the source has none. */
  readonly figures: readonly HolderFigure[];
  /** Holders by the source's own labels. */
  readonly holders: readonly SourceHolder[];
  /** The last XID of each board (by uuid) of which the source tells it; 0 for none. */
  readonly lastXid: ReadonlyMap<string, number>;
  /** True counts of XIDs, from sources that hear each; they count before `lastXid` on the boards that they hear. */
  readonly xids: readonly XidSession[];
  /** Bit mask of the reasons for which a board's clocks are held down now, by uuid; bits as in CLOCK_EVENT_REASONS. */
  readonly clockEventReasons: ReadonlyMap<string, number>;
  /** Whether the source labels holders at all; only then does an unlabelled device mean a free one. */
  readonly labelsHolders: boolean;
  /** Source fields seen (DCGM: old spelling without `DCGM_FI_`; NVML: as in NvmlSnapshot), to tell what is lacking. */
  readonly fields: ReadonlySet<string>;
  readonly drops: readonly Drop[];
  /** Ratios over 1 that were clamped. */
  readonly clamped: number;
  /** Host names that the source's samples carry and that were refused. */
  readonly foreignHosts: readonly string[];
  /** Devices that fell off the bus or otherwise stopped to answer; they are no boards. */
  readonly lost: readonly LostDevice[];
}
