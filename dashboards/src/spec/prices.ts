/** What a GPU-hour costs at a site. */
export interface Prices {
  /** Stands before an amount, such as `€`. */
  readonly currency: string;
  /** Of a GPU-hour on a model that has no price of its own; left out, it has none. */
  readonly perGpuHour?: number;
  /** By model, as the series name it. */
  readonly models?: Readonly<Record<string, number>>;
}
