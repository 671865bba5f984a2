import type { DeviceMetric } from '../../series/catalog.js';

/** What a source's number counts. `percent_or_ratio`: the name alone does not tell, see utilScale.ts. */
export type SourceUnit =
  | 'ratio'
  | 'percent'
  | 'percent_or_ratio'
  | 'bytes'
  | 'mebibytes'
  | 'hertz'
  | 'megahertz'
  | 'joules'
  | 'millijoules'
  | 'seconds'
  | 'nanoseconds'
  | 'watts'
  | 'celsius'
  | 'bytes_per_second'
  | 'count';

/**
 * One DCGM field under every name that dcgm-exporter has printed it with.
 *
 * Sources: dcgm-exporter's counters files (1.x compatibility, 2.x to 4.8), the alias table of DCGM 4.6, go-dcgm's field
 * header for DCGM 4.6.1 (hertz and joules, fields 1603, 1604 and 1611). The other base-unit names of DCGM 4.7 (fields
 * 1613 to 1628) were read in an account of its documentation, not seen in its source.
 */
export interface DcgmField {
  /** The oldest upper-case spelling, without `DCGM_FI_`. */
  readonly field: string;
  /** Every name with its unit, the preferred one first; where a device has several, the first that has a value wins. */
  readonly names: Readonly<Record<string, SourceUnit>>;
  /** The catalogue metric that it feeds, absent where it feeds no single one. */
  readonly metric?: DeviceMetric;
  readonly labels?: Readonly<Record<string, string>>;
  /** A board's figure also where it comes with an instance's labels: not to be read as the instance's. */
  readonly wholeGpuOnly?: true;
  /** Comes as one line for the device and one per pod where dcgm-exporter's virtual-GPU flag is set. */
  readonly perPod?: 'gpu_utilization_ratio' | 'gpu_memory_used_bytes';
  /** Its line in a counters file; absent where the catalogue does not need it. */
  readonly collect?: { readonly type: 'gauge' | 'counter' | 'label'; readonly help: string };
}
