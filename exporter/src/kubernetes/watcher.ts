import { GpuscopeError } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import { systemClock } from '../clock.js';
import type { Backoff } from './backoff.js';
import { createBackoff } from './backoff.js';
import { brokenAnswer, KubernetesError } from './failure.js';
import { pause } from './pause.js';
import type { WatchEvent } from './watch.js';
import { EventTooLarge } from './watch.js';
import type { Watcher, WatcherOptions, WatcherStatus, WatcherTiming } from './watcherOptions.js';
import { DEFAULT_TIMING } from './watcherOptions.js';

/** A watch that ends sooner than this, saying nothing, was no watch: a proxy may close each one at once. */
const SHORTEST_WATCH_MS = 1000;

/** After so many failures in a row the version is not trusted any more: read everything anew. */
const RELIST_AFTER_FAILURES = 3;

class Supervisor<T> implements Watcher {
  readonly #options: WatcherOptions<T>;
  readonly #timing: WatcherTiming;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #backoff: Backoff;
  #current = new AbortController();
  #running: Promise<void> | undefined;
  #closed = false;
  /** Where the watch goes on; undefined asks for a list. */
  #version: string | undefined;
  /** No list may be older than this. */
  #floor: string | undefined;
  #relistAtMs = 0;
  #status: WatcherStatus = { synced: false, lastEventMs: 0, restarts: 0, error: '' };

  constructor(options: WatcherOptions<T>) {
    this.#options = options;
    this.#timing = { ...DEFAULT_TIMING, ...options.timing };
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    this.#floor = options.pageSize === undefined ? '0' : undefined;
    this.#backoff = createBackoff({
      firstMs: this.#timing.backoffFirstMs,
      maxMs: this.#timing.backoffMaxMs,
      random: this.#random,
    });
  }

  start(): void {
    this.#running ??= this.#run();
  }

  status(): WatcherStatus {
    return this.#status;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#current.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#current = new AbortController();
      try {
        if (this.#version === undefined) await this.#list();
        else await this.#watch(this.#version);
      } catch (error) {
        if (!this.#closed) await this.#recover(error);
      }
    }
  }

  async #list(): Promise<void> {
    const { client, read, onReplace, pageSize } = this.#options;
    const { items, resourceVersion } = await client.list(
      {
        ...this.#options,
        signal: this.#current.signal,
        // Old versions come from the server's cache and can't be had in pages.
        ...(this.#floor !== undefined && pageSize === undefined && { notOlderThan: this.#floor }),
      },
      read,
    );
    if (resourceVersion === '') {
      throw brokenAnswer(`list ${this.#options.path}`, 'the list has no resourceVersion');
    }
    this.#moveTo(resourceVersion);
    this.#relistAtMs =
      this.#clock.monotonicMs() + this.#timing.relistMs * (0.75 + this.#random() / 2);
    onReplace(items);
    this.#heard({ synced: true });
  }

  async #watch(resourceVersion: string): Promise<void> {
    const { watchSeconds, idleMs } = this.#timing;
    const { signal } = this.#current;
    const openedMs = this.#clock.monotonicMs();
    let events = 0;
    const stream = await this.#options.client.watch({
      ...this.#options,
      signal,
      resourceVersion,
      idleMs,
      timeoutSeconds: Math.ceil(watchSeconds * (1 + this.#random())),
    });
    this.#heard({ error: '' });
    const relist = this.#relistTimer();
    try {
      for await (const event of stream) {
        events += 1;
        this.#apply(event);
        this.#backoff.reset();
      }
    } finally {
      clearTimeout(relist);
    }
    if (events > 0) return;
    if (this.#clock.monotonicMs() - openedMs >= SHORTEST_WATCH_MS) this.#backoff.reset();
    else throw brokenAnswer(`watch ${this.#options.path}`, 'the watch ended as soon as it began');
  }

  /** Ends the watch when it is time to read everything anew. */
  #relistTimer(): NodeJS.Timeout {
    const controller = this.#current;
    return setTimeout(
      () => {
        this.#version = undefined;
        controller.abort();
      },
      Math.max(0, this.#relistAtMs - this.#clock.monotonicMs()),
    );
  }

  #apply({ type, object, resourceVersion }: WatchEvent): void {
    const { read, onUpsert, onDelete } = this.#options;
    if (type !== 'BOOKMARK') {
      const item = read(object);
      if (item !== undefined) (type === 'DELETED' ? onDelete : onUpsert)(item);
    }
    if (resourceVersion !== '') this.#moveTo(resourceVersion);
    this.#heard({});
  }

  #moveTo(version: string): void {
    this.#version = version;
    this.#floor = version;
  }

  #heard(change: Partial<WatcherStatus>): void {
    this.#status = { ...this.#status, lastEventMs: this.#clock.nowMs(), ...change };
  }

  async #recover(thrown: unknown): Promise<void> {
    // Our own re-list: the version is gone already, and nothing is wrong.
    if (this.#current.signal.aborted) return;
    const error =
      thrown instanceof GpuscopeError
        ? thrown
        : new GpuscopeError('INTERNAL', `watching ${this.#options.path}: ${String(thrown)}`, {
            cause: thrown,
          });
    const status = error instanceof KubernetesError ? error.status : undefined;
    const wasListing = this.#version === undefined;
    if (!wasListing) this.#status = { ...this.#status, restarts: this.#status.restarts + 1 };
    this.#status = { ...this.#status, error: error.message };
    this.#options.onError?.(error);
    const wait = this.#backoff.next(error instanceof KubernetesError ? error.retryAfterMs : 0);
    if (
      status === 410 ||
      error instanceof EventTooLarge ||
      this.#backoff.failures >= RELIST_AFTER_FAILURES
    ) {
      this.#version = undefined;
    }
    // A server that was put back to an older state knows no version like ours.
    if (status !== undefined && (wasListing || status === 410)) this.#floor = undefined;
    await pause(wait, this.#current.signal);
  }
}

/**
 * Lists and watches until it is closed: reconnects where it was, reads everything anew when the server has forgotten
 * that place and once an hour, backs off with jitter. What was last known stays with the caller meanwhile.
 */
export function createWatcher<T>(options: WatcherOptions<T>): Watcher {
  return new Supervisor(options);
}
