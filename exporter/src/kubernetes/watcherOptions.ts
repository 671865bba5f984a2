import type { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { KubernetesClient } from './client.js';
import type { Selection } from './selection.js';

/** How patient a watcher is. */
export interface WatcherTiming {
  /** Milliseconds without a byte after which a watch is dead. The API server sends a bookmark every minute. */
  readonly idleMs: number;
  /** The server is asked to end a watch after this to twice this, seconds. */
  readonly watchSeconds: number;
  /** Everything is read anew after three quarters to five quarters of this, milliseconds. */
  readonly relistMs: number;
  readonly backoffFirstMs: number;
  readonly backoffMaxMs: number;
}

export const DEFAULT_TIMING: WatcherTiming = {
  idleMs: 90_000,
  watchSeconds: 300,
  relistMs: 3_600_000,
  backoffFirstMs: 500,
  backoffMaxMs: 60_000,
};

export interface WatcherOptions<T> extends Selection {
  readonly client: KubernetesClient;
  /** Objects in a page of a list; left out, lists come in one answer from the server's cache. */
  readonly pageSize?: number;
  /** Trims an object right when it is read; undefined leaves it out. */
  readonly read: (object: unknown) => T | undefined;
  /** All there is, after a list. */
  readonly onReplace: (items: readonly T[]) => void;
  readonly onUpsert: (item: T) => void;
  readonly onDelete: (item: T) => void;
  /** Each failure, for the log; the watcher goes on by itself. */
  readonly onError?: (error: GpuscopeError) => void;
  readonly timing?: Partial<WatcherTiming>;
  readonly clock?: Clock;
  /** 0 ≤ x < 1. */
  readonly random?: () => number;
}

export interface WatcherStatus {
  /** Whether a list has been read since the start. */
  readonly synced: boolean;
  /** Milliseconds since the epoch when the server last said anything: a list, an event, an accepted watch; 0 before. */
  readonly lastEventMs: number;
  /** How often the watch broke and began anew; its orderly end does not count. */
  readonly restarts: number;
  /** The newest error in words; empty once the watch stands again. */
  readonly error: string;
}

/** Keeps something up to date until it is closed, whatever the server does. */
export interface Watcher {
  start(): void;
  status(): WatcherStatus;
  /** Resolves when nothing of it runs any more. */
  close(): Promise<void>;
}
