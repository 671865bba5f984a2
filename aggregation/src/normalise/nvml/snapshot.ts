import type { ProcessFacts } from '../../processes/facts.js';

/**
 * Figures of a board, by the names that snapshots and recordings use; values in NVML's own units. A figure that the chip
 * or the driver lacks is absent.
 */
export const NVML_BOARD_FIELDS = [
  /** °C */
  'temperature',
  'memoryTemperature',
  /** mW */
  'power',
  'powerLimit',
  /** mJ since the driver was loaded */
  'energy',
  /** MHz */
  'smClock',
  'memoryClock',
  /** Bit mask; bits as in CLOCK_EVENT_REASONS. */
  'clockEventReasons',
  /** ns in which clocks were held down, since the driver was loaded */
  'violationPower',
  'violationThermal',
  'violationSyncBoost',
  'violationBoardLimit',
  'violationLowUtilization',
  'violationReliability',
  /** Errors since the last reset (volatile) or over the life of the board (aggregate). */
  'eccVolatileCorrected',
  'eccVolatileUncorrected',
  'eccAggregateCorrected',
  'eccAggregateUncorrected',
  /** Rows, then 0 or 1. */
  'remappedCorrectable',
  'remappedUncorrectable',
  'remapPending',
  'remapFailure',
  /** Pages, then 0 or 1. */
  'retiredSingleBit',
  'retiredDoubleBit',
  'retiredPending',
  'pcieReplays',
  /** KB/s over the driver's last 20 ms */
  'pcieTransmit',
  'pcieReceive',
  /** MiB/s over the window, by GPM */
  'gpmPcieTransmit',
  'gpmPcieReceive',
  'gpmNvlinkTransmit',
  'gpmNvlinkReceive',
  /** KiB/s over the window, from the links' counters */
  'nvlinkTransmit',
  'nvlinkReceive',
  /** Errors over all links since the driver was loaded */
  'nvlinkCrcFlitErrors',
  'nvlinkCrcDataErrors',
  'nvlinkReplayErrors',
  'nvlinkRecoveryErrors',
] as const;

/** Figures of what a workload can be given: a GPU without instances, or a MIG instance. */
export const NVML_LEAF_FIELDS = [
  /** % of time in which some kernel ran: the mean of the driver's samples over the window, else of what each poll saw */
  'utilization',
  /** Bytes */
  'memoryTotal',
  'memoryUsed',
  'memoryFree',
  'memoryReserved',
  /** % */
  'encoder',
  'decoder',
  /** % over the window, by GPM */
  'engineActive',
  'smActive',
  'smOccupancy',
  'tensorActive',
  'dramActive',
] as const;

export type NvmlBoardField = (typeof NVML_BOARD_FIELDS)[number];
export type NvmlLeafField = (typeof NVML_LEAF_FIELDS)[number];
export type NvmlField = NvmlBoardField | NvmlLeafField;

export type NvmlFigures<Field extends NvmlField = NvmlField> = Readonly<
  Partial<Record<Field, number>>
>;

/** A GPU instance (MIG); its compute instances are taken together. */
export interface NvmlInstance {
  readonly gpuInstance: number;
  /** `MIG-…` of its first compute instance. */
  readonly uuid: string;
  /** `MIG-…` of each further one; absent where there is none. */
  readonly otherUuids?: readonly string[];
  /** Such as `1g.10gb`; empty where the driver does not tell. */
  readonly profile: string;
  readonly figures: NvmlFigures<NvmlLeafField>;
}

/** A process that has, or within the window had, a context on a device. */
export interface NvmlProcess {
  readonly pid: number;
  readonly kind: 'compute' | 'graphics' | 'mps';
  /** Bytes; absent where the driver does not tell, or the process has ended. */
  readonly memory?: number;
  /** GPU instance; absent on a GPU without instances. */
  readonly gpuInstance?: number;
  /** % of the window in which its kernels ran (SM); absent where the driver can't tell, 0 for an idle one. */
  readonly utilization?: number;
  /** What /proc said of it, read when it was first seen. */
  readonly facts: ProcessFacts;
  /** Whether it was gone at the end of the window. */
  readonly ended: boolean;
}

/** A call that failed for a reason other than that the chip lacks it. */
export interface NvmlFailure {
  /** Such as `nvmlDeviceGetPowerUsage`. */
  readonly call: string;
  /** Such as `NVML_ERROR_UNKNOWN`. */
  readonly code: string;
}

export interface NvmlDevice {
  /** NVML's index; not the minor number, and not stable over reboots. */
  readonly index: number;
  /** `GPU-…` */
  readonly uuid: string;
  /** N of /dev/nvidiaN. */
  readonly minor?: number;
  readonly name: string;
  /** As NVML prints it: `00000000:41:00.0`. */
  readonly pciBusId: string;
  readonly mig: boolean;
  /** Board figures, and leaf figures too where there is no MIG. */
  readonly figures: NvmlFigures;
  readonly instances: readonly NvmlInstance[];
  /** Absent where the driver refuses the list. */
  readonly processes?: readonly NvmlProcess[];
  /** Whether an MPS server has a context here. */
  readonly mps: boolean;
  readonly failures: readonly NvmlFailure[];
}

/** XIDs of a device since the session began, from the driver's events. */
export interface NvmlXid {
  readonly uuid: string;
  readonly xid: number;
  readonly count: number;
  /** Milliseconds since the epoch of the newest. */
  readonly lastMs: number;
}

/** A device that the driver counts and that does not answer. */
export interface NvmlLostDevice {
  readonly index: number;
  /** As far as it was seen before; else empty. */
  readonly uuid: string;
  readonly pciBusId: string;
  /** Such as `NVML_ERROR_GPU_IS_LOST`. */
  readonly code: string;
}

/**
 * One look at the driver through NVML, with what happened since the look before it. Plain JSON in NVML's units, so that
 * a recording can hold it as it is.
 */
export interface NvmlSnapshot {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** Time since the previous look, milliseconds; at the first, since the agent began to sample. */
  readonly windowMs: number;
  /** Changes each time NVML is started anew: `xids` begin at 0 then. */
  readonly session: string;
  readonly driverVersion: string;
  readonly devices: readonly NvmlDevice[];
  readonly lost: readonly NvmlLostDevice[];
  /** Absent where the driver gives no events: XIDs are then unknown, not 0. */
  readonly xids?: readonly NvmlXid[];
  /** False where processes can't be seen: in a container without the host's process ids. */
  readonly seesProcesses: boolean;
}
