/** How a store is asked. Times are in ms. */
export interface StoreOptions {
  /** The longest that one request may take, from its first byte to its answer's last. */
  readonly timeoutMs: number;
  /** The longest that a node may take to accept a connection before the next one is tried. */
  readonly connectMs: number;
  /** The longest answer in bytes that is read. */
  readonly maxResponseBytes: number;
  /** Connections to one node at once; further requests wait for one. */
  readonly maxSockets: number;
  /** How long the store keeps a reading that nobody goes on with. */
  readonly keepAliveMs: number;
  /** How long a node that did not answer comes last. */
  readonly restMs: number;
  readonly now: () => number;
}

export const DEFAULT_STORE_OPTIONS: StoreOptions = {
  timeoutMs: 30_000,
  connectMs: 5_000,
  maxResponseBytes: 128 * 1024 * 1024,
  maxSockets: 16,
  keepAliveMs: 120_000,
  restMs: 30_000,
  now: Date.now,
};
