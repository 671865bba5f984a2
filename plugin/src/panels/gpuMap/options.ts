/** How rows are put together; `auto` groups by what the site knows once there are too many nodes to look at. */
export type Grouping = 'pool' | 'rack' | 'none' | 'auto';

/** Options of the GPU map. */
export interface GpuMapOptions {
  readonly group?: Grouping;
  /** Said where there are no GPUs to show. */
  readonly ifEmpty?: string;
}
