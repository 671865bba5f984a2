import type { Said } from '@gpuscope/aggregation';
import type { Dialect, FieldCaps, Hit, JsonValue } from '@gpuscope/aggregation/logs';

/** A search body and where it goes. The body's size, sort and time-out are the caller's. */
export interface StoreSearch {
  readonly index: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a search found. */
export interface StoreAnswer {
  readonly hits: readonly Hit[];
  /** Lower bound where `isTotalExact` is false. */
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly aggregations: Readonly<Record<string, JsonValue>>;
  readonly tookMs: number;
  readonly timedOut: boolean;
  readonly shards: {
    readonly total: number;
    readonly failed: number;
    readonly reasons: readonly string[];
  };
  /** Clusters of a cross-cluster search that did not answer, by name. */
  readonly skippedClusters: readonly string[];
}

/** What a store says of itself. */
export interface StoreAbout {
  readonly product: string;
  readonly version: string;
  readonly dialect: Dialect;
  /** The store's clock minus ours in ms; undefined where it does not tell. */
  readonly clockSkewMs?: number;
  /** What an administrator should know: the settings name another product, the version is hidden. */
  readonly notices?: readonly Said[];
}

/** A reading of many pages in which each record comes exactly once. */
export interface StoreReading {
  /** The next page; only the last of an answer that is whole is shorter than asked for, and empty beyond the end. */
  next(size: number, signal: AbortSignal): Promise<StoreAnswer>;
  close(): Promise<void>;
}

/**
 * A log store. Every method throws GpuscopeError STORE_…; an aborted signal reaches the store itself, which then
 * stops its work.
 */
export interface LogStore {
  about(signal: AbortSignal): Promise<StoreAbout>;
  /** With per-index detail: which indices of the pattern lack which field. */
  fieldCaps(index: string, signal: AbortSignal): Promise<FieldCaps>;
  search(search: StoreSearch, signal: AbortSignal): Promise<StoreAnswer>;
  /** By point in time where the store has them, else by scroll. */
  read(search: StoreSearch, signal: AbortSignal): Promise<StoreReading>;
  close(): Promise<void>;
}
