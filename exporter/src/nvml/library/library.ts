import type { NvmlResult } from './result.js';

/** nvmlDevice_t: a GPU or a MIG device. Void after a restart of NVML, and of MIG devices after a reconfiguration. */
export type NvmlHandle = bigint;

/** Calls that answer one number for a device, by their names without a version; then how many selectors they take. */
export const NVML_NUMBER_CALLS = {
  nvmlDeviceGetMinorNumber: 0,
  nvmlDeviceGetMaxMigDeviceCount: 0,
  nvmlDeviceGetGpuInstanceId: 0,
  nvmlDeviceGetComputeInstanceId: 0,
  /** °C of the GPU */
  nvmlDeviceGetTemperature: 0,
  /** mW */
  nvmlDeviceGetPowerUsage: 0,
  nvmlDeviceGetEnforcedPowerLimit: 0,
  /** mJ */
  nvmlDeviceGetTotalEnergyConsumption: 0,
  /** MHz; selector: NVML_CLOCK_… */
  nvmlDeviceGetClockInfo: 1,
  /** Bit mask */
  nvmlDeviceGetCurrentClocksEventReasons: 0,
  /** ns; selector: NVML_PERF_POLICY_… */
  nvmlDeviceGetViolationStatus: 1,
  /** Selectors: NVML_MEMORY_ERROR_TYPE_…, then volatile or aggregate */
  nvmlDeviceGetTotalEccErrors: 2,
  /** Number of pages; selector: NVML_PAGE_RETIREMENT_CAUSE_… */
  nvmlDeviceGetRetiredPages: 1,
  /** 0 or 1 */
  nvmlDeviceGetRetiredPagesPendingStatus: 0,
  nvmlDeviceGetPcieReplayCounter: 0,
  /** KB/s; selector: NVML_PCIE_UTIL_… */
  nvmlDeviceGetPcieThroughput: 1,
  /** % */
  nvmlDeviceGetEncoderUtilization: 0,
  nvmlDeviceGetDecoderUtilization: 0,
  /** % of time in which some kernel ran */
  nvmlDeviceGetUtilizationRates: 0,
  /** 0 or 1; selector: link */
  nvmlDeviceGetNvLinkState: 1,
  /** Errors; selectors: link, then NVML_NVLINK_ERROR_… */
  nvmlDeviceGetNvLinkErrorCounter: 2,
} as const;

export type NvmlNumberCall = keyof typeof NVML_NUMBER_CALLS;

export type NvmlTextCall = 'nvmlDeviceGetUUID' | 'nvmlDeviceGetName';

/** Bytes. */
export interface NvmlMemory {
  readonly total: number;
  readonly free: number;
  /** Without what is reserved where `reserved` is told; else with it. */
  readonly used: number;
  /** Absent with drivers that can't tell (before 510). */
  readonly reserved?: number;
}

/** What a MIG device has of its GPU. */
export interface NvmlAttributes {
  readonly gpuInstanceSlices: number;
  readonly computeInstanceSlices: number;
  readonly memoryMiB: number;
}

/** Rows of memory that were put elsewhere; then 0 or 1. */
export interface NvmlRemappedRows {
  readonly correctable: number;
  readonly uncorrectable: number;
  readonly pending: number;
  readonly failure: number;
}

export const NVML_PROCESS_KINDS = ['compute', 'mps', 'graphics'] as const;
export type NvmlProcessKind = (typeof NVML_PROCESS_KINDS)[number];

/** A process with a context. */
export interface NvmlProcessEntry {
  readonly pid: number;
  /** Bytes; absent where the driver does not tell. */
  readonly memory?: number;
  /** Absent on a GPU without instances, and with drivers that can't tell (before 450). */
  readonly gpuInstance?: number;
}

/** What a process did of late, as the driver's sampler saw it. */
export interface NvmlProcessSample {
  readonly pid: number;
  /** µs since the epoch */
  readonly timeStamp: number;
  /** % of the driver's sampling period in which its kernels ran */
  readonly smUtil: number;
}

/** One entry of the driver's ring of utilisation samples. */
export interface NvmlSample {
  /** µs since the epoch */
  readonly timeStamp: number;
  /** % */
  readonly value: number;
}

/** A field of nvmlDeviceGetFieldValues. */
export interface NvmlFieldQuery {
  /** NVML_FI_DEV_… */
  readonly field: number;
  /** Link, or ALL_LINKS; 0 where the field has no scope. */
  readonly scope: number;
}

/** nvmlGpmSample_t: memory of the library that must be freed. */
export type NvmlGpmSample = bigint;

/** nvmlEventSet_t */
export type NvmlEventSet = bigint;

/** A critical XID error. */
export interface NvmlXidEvent {
  readonly device: NvmlHandle;
  readonly xid: number;
}

/**
 * The driver's library, call by call. All calls but `waitForXid` block, and may block for as long as the driver does;
 * none throws. A call that the library does not have answers NVML_ERROR_FUNCTION_NOT_FOUND; where an older one does
 * nearly the same, that is asked. Values that NVML marks as not available are answered as NVML_ERROR_NOT_SUPPORTED.
 */
export interface NvmlLibrary {
  /** nvmlInit; what `close` undoes. */
  init(): NvmlResult<undefined>;
  driverVersion(): NvmlResult<string>;
  deviceCount(): NvmlResult<number>;
  device(index: number): NvmlResult<NvmlHandle>;
  number(
    call: NvmlNumberCall,
    device: NvmlHandle,
    ...selectors: readonly number[]
  ): NvmlResult<number>;
  text(call: NvmlTextCall, device: NvmlHandle): NvmlResult<string>;
  /** nvmlDeviceGetPciInfo: `00000000:41:00.0`. */
  pciBusId(device: NvmlHandle): NvmlResult<string>;
  /** nvmlDeviceGetMigMode: whether it is on now. */
  migMode(device: NvmlHandle): NvmlResult<boolean>;
  /** nvmlDeviceGetMigDeviceHandleByIndex: NOT_FOUND where the place is empty. */
  migDevice(device: NvmlHandle, index: number): NvmlResult<NvmlHandle>;
  /** nvmlDeviceGetAttributes: of MIG devices only. */
  attributes(migDevice: NvmlHandle): NvmlResult<NvmlAttributes>;
  memory(device: NvmlHandle): NvmlResult<NvmlMemory>;
  remappedRows(device: NvmlHandle): NvmlResult<NvmlRemappedRows>;
  /** nvmlDeviceGet{Compute,MPSCompute,Graphics}RunningProcesses, however long the list grows meanwhile. */
  processes(kind: NvmlProcessKind, device: NvmlHandle): NvmlResult<readonly NvmlProcessEntry[]>;
  /** nvmlDeviceGetProcessUtilization: samples newer than `since` (µs); empty where there are none. */
  processUtilization(device: NvmlHandle, since: number): NvmlResult<readonly NvmlProcessSample[]>;
  /** nvmlDeviceGetSamples of GPU utilisation, newer than `since` (µs); empty where there are none. */
  utilizationSamples(device: NvmlHandle, since: number): NvmlResult<readonly NvmlSample[]>;
  /** nvmlDeviceGetFieldValues: an answer per query, in their order. */
  fieldValues(
    device: NvmlHandle,
    queries: readonly NvmlFieldQuery[],
  ): NvmlResult<readonly NvmlResult<number>[]>;

  /** nvmlGpmQueryDeviceSupport */
  gpmSupported(device: NvmlHandle): NvmlResult<boolean>;
  gpmAlloc(): NvmlResult<NvmlGpmSample>;
  gpmFree(sample: NvmlGpmSample): NvmlResult<undefined>;
  /** nvmlGpmSampleGet, or nvmlGpmMigSampleGet with a GPU instance; `device` is the GPU in either case. */
  gpmSample(
    device: NvmlHandle,
    gpuInstance: number | undefined,
    into: NvmlGpmSample,
  ): NvmlResult<undefined>;
  /** nvmlGpmMetricsGet: an answer per metric (NVML_GPM_METRIC_…), in their order. */
  gpmMetrics(
    before: NvmlGpmSample,
    after: NvmlGpmSample,
    metrics: readonly number[],
  ): NvmlResult<readonly NvmlResult<number>[]>;

  eventSetCreate(): NvmlResult<NvmlEventSet>;
  eventSetFree(set: NvmlEventSet): NvmlResult<undefined>;
  /** nvmlDeviceRegisterEvents for critical XIDs. */
  registerXids(device: NvmlHandle, set: NvmlEventSet): NvmlResult<undefined>;
  /**
   * nvmlEventSetWait on a thread of its own; undefined when nothing came in time, or something that is no XID. One wait
   * at a time, and the set must not be freed meanwhile.
   */
  waitForXid(set: NvmlEventSet, timeoutMs: number): Promise<NvmlResult<NvmlXidEvent | undefined>>;

  /**
   * Waits for an XID that is waited for, then calls nvmlShutdown and lets the library go. What is asked later is answered
   * NVML_ERROR_UNINITIALIZED.
   */
  close(): Promise<void>;
}
