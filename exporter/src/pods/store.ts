import type { Clock } from '../clock.js';

/** The kubelet may still list a pod that the API has forgotten: so long it and its namespace can still be named. */
const KEEP_DELETED_MS = 60_000;

interface Deleted<T> {
  readonly item: T;
  readonly untilMs: number;
}

export interface StoreOptions<T> {
  readonly clock: Clock;
  /** What an item is asked for by. */
  readonly keyOf: (item: T) => string;
  /** Tells an item from a later one under the same key. */
  readonly idOf: (item: T) => string;
}

/** Items by key; deleted ones can be asked for a minute more. */
export class Store<T> {
  #live = new Map<string, T>();
  /** In the order in which they end. */
  readonly #deleted = new Map<string, Deleted<T>>();

  constructor(private readonly options: StoreOptions<T>) {}

  get size(): number {
    return this.#live.size;
  }

  get(key: string): T | undefined {
    const item = this.#live.get(key);
    if (item !== undefined) return item;
    this.#forgetOld();
    return this.#deleted.get(key)?.item;
  }

  /** Without the deleted ones. */
  items(): Iterable<T> {
    return this.#live.values();
  }

  replace(items: readonly T[]): void {
    const before = this.#live;
    this.#live = new Map();
    for (const item of items) this.upsert(item);
    for (const [key, item] of before) if (!this.#live.has(key)) this.#bury(key, item);
  }

  upsert(item: T): void {
    const key = this.options.keyOf(item);
    this.#live.set(key, item);
    this.#deleted.delete(key);
  }

  /** A pod of a StatefulSet may be back under its name already: that one stays. */
  delete(item: T): void {
    const { keyOf, idOf } = this.options;
    const key = keyOf(item);
    const live = this.#live.get(key);
    if (live === undefined || idOf(live) !== idOf(item)) return;
    this.#live.delete(key);
    this.#bury(key, live);
  }

  #bury(key: string, item: T): void {
    this.#forgetOld();
    this.#deleted.delete(key);
    this.#deleted.set(key, { item, untilMs: this.options.clock.monotonicMs() + KEEP_DELETED_MS });
  }

  #forgetOld(): void {
    const now = this.options.clock.monotonicMs();
    for (const [key, { untilMs }] of this.#deleted) {
      if (untilMs > now) return;
      this.#deleted.delete(key);
    }
  }
}
