import type { HolderFigure } from '../normalise/telemetry.js';
import type { LocalProcesses } from '../processes/local.js';

/** How a holder source names a device; which leaf that is, is found against the boards. */
export type DeviceRef =
  | { readonly by: 'uuid'; readonly uuid: string }
  | { readonly by: 'instance'; readonly uuid: string; readonly gpuInstance: string }
  | { readonly by: 'migUuid'; readonly migUuid: string }
  | { readonly by: 'minor'; readonly minor: string; readonly gpuInstance: string };

/** Processes outside of any pod that hold a device. */
export interface LocalHolder extends LocalProcesses {
  readonly kind: 'local';
}

/** Who holds a device: a container of a pod, processes outside of any pod, or a whole host without Kubernetes. */
export type Holder =
  | LocalHolder
  | {
      readonly kind: 'pod';
      readonly namespace: string;
      readonly pod: string;
      readonly container: string;
    }
  | { readonly kind: 'host'; readonly host: string };

/** One holder's hold on one device, as a holder source tells it. */
export interface Claim {
  readonly device: DeviceRef;
  readonly holder: Holder;
  /** Allocation tokens held: 1 for a device of one's own, the number of replicas on a time-sliced one. */
  readonly replicas: number;
  /** Share that was stated with the allocation (0–1), where there is one. */
  readonly statedShare?: number;
  /** Such as `nvidia.com/gpu`. */
  readonly resource: string;
}

/** Tokens that a device offers: 1, or the number of replicas of a shared device. */
export interface Capacity {
  readonly device: DeviceRef;
  readonly replicas: number;
  readonly resource: string;
}

/** A figure of a whole device, as a holder source measured it. */
export interface DeviceFigure {
  readonly device: DeviceRef;
  readonly metric: HolderFigure['metric'];
  /** In the metric's unit. */
  readonly value: number;
}

/** A figure that a holder source found for one holder on one device: by its processes. */
export interface HeldFigure extends DeviceFigure {
  /** Absent for processes that could not be placed: their part is nobody's that we know. */
  readonly holder?: Holder;
}

/** What one holder source knows in one cycle. */
export interface HolderReport {
  /** The holder source's name as in gpuscope.yaml. */
  readonly source: string;
  readonly claims: readonly Claim[];
  /** Devices on offer, where the source can list them; a listed device without a claim is known to be free. */
  readonly capacities: readonly Capacity[];
  /** Resource names that were seen and not understood, with how many devices each. */
  readonly unknownResources: ReadonlyMap<string, number>;
  /** Device ids of understood resources that could not be read. */
  readonly unreadableIds: readonly string[];
  /** Whether a device that this source does not mention is free (it sees all) or simply not known. */
  readonly silentMeansFree: boolean;
  /**
   * Figures per holder that this source measured, by processes; absent where it measures none, and then its claims are of
   * what was given out. On a device that it looked at and found empty: one of value 0, without a holder.
   */
  readonly figures?: readonly HeldFigure[];
  /**
   * What the devices did over the very window that `figures` are of: what a source says of another moment can't be split
   * by them. Where it is told it is the device's figure.
   */
  readonly deviceFigures?: readonly DeviceFigure[];
  /** Processes on devices that could not be placed, by reason. */
  readonly unplacedProcesses?: ReadonlyMap<string, number>;
  /** Uuids of boards that MPS shares out; absent where the source can't see it. */
  readonly mpsDevices?: readonly string[];
}
