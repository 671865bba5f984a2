import type { NvmlField } from '@gpuscope/aggregation';
import type { Value } from './value.js';

/** Figures by the names that snapshots use, in NVML's units. What is absent, the stub's chip does not support. */
export type ScriptedFigures = Readonly<Partial<Record<NvmlField, Value>>>;

export interface ScriptedProcess {
  readonly pid: number;
  /** `compute` unless given. */
  readonly kind?: 'compute' | 'graphics' | 'mps';
  /** Bytes; absent: the driver does not tell. */
  readonly memory?: number;
  readonly gpuInstance?: number;
  /** 0 unless given. */
  readonly computeInstance?: number;
  /** % of time in which its kernels run; 0 unless given. */
  readonly busy?: Value;
  /** Seconds since the stub was started; for ever unless given. */
  readonly from?: number;
  readonly until?: number;
  /** Is listed only after the GPU's lists did not fit so many times: a list that grows between two calls. */
  readonly appearsAfter?: number;
}

/** A compute instance of a MIG instance; figures are those of the first of a GPU instance. */
export interface ScriptedInstance {
  readonly gpuInstance: number;
  /** 0 unless given. */
  readonly computeInstance?: number;
  readonly uuid: string;
  /** Such as `1g.10gb`. */
  readonly profile: string;
  readonly slices: number;
  readonly memoryMiB: number;
  readonly figures: ScriptedFigures;
}

export interface ScriptedGpu {
  readonly uuid: string;
  readonly name: string;
  /** As NVML prints it: `00000000:41:00.0`. */
  readonly pciBusId: string;
  /** Absent: the call is not supported. */
  readonly minor?: number;
  /** Absent: the chip has no MIG. */
  readonly mig?: boolean;
  /** Active NVLinks. */
  readonly links?: number;
  readonly figures: ScriptedFigures;
  readonly instances?: readonly ScriptedInstance[];
  readonly processes?: readonly ScriptedProcess[];
  /** Every call for this GPU answers so, such as NVML_ERROR_GPU_IS_LOST. */
  readonly lost?: string;
  /** Bytes of a record in process lists, where the driver departs from the function's version. */
  readonly stride?: number;
  /** Seconds between two of the driver's own samples (a sixth unless given). */
  readonly sampleEvery?: number;
  /** How a process's utilisation is told: mean since the last question (default), every sample, or the newest. */
  readonly telling?: 'mean' | 'each' | 'newest';
  /** Mixes samples of pid 0 and above 100 % into the processes' own, as real drivers do at times. */
  readonly garbage?: boolean;
}

/** What happens to a call: `*` stands for all, an absent GPU for any. Times in seconds since the stub was started. */
export interface CallRule {
  readonly call: string;
  /** Index of a GPU. */
  readonly gpu?: number;
  readonly from?: number;
  readonly until?: number;
}

export interface ScriptedXid {
  readonly gpu: number;
  readonly code: number;
  /** Seconds since the stub was started. What lies before the exporter's registration is never told. */
  readonly at: number;
}

/** The world that the stub tells of. */
export interface Scenario {
  /** Such as `550.54.15`. One that changes while a program has the library open: it no longer fits the driver. */
  readonly driver: string;
  readonly gpus: readonly ScriptedGpu[];
  /** Another number than before: NVML has to be started anew (NVML_ERROR_UNINITIALIZED). */
  readonly reload?: number;
  /** The driver is not loaded. */
  readonly unloaded?: boolean;
  readonly failures?: readonly (CallRule & { readonly code: string })[];
  readonly delays?: readonly (CallRule & { readonly ms: number })[];
  /** Never come back. */
  readonly hangs?: readonly CallRule[];
  /** In the order of their times; a later scenario may only add at the end. */
  readonly xids?: readonly ScriptedXid[];
}
