import type { NavModelItem } from '@grafana/data';
import { useSyncExternalStore } from 'react';

type Listener = () => void;

/** What the page that is shown says of its place. */
class WhereStore {
  #page: NavModelItem | undefined;
  readonly #listeners = new Set<Listener>();

  readonly get = (): NavModelItem | undefined => this.#page;

  set(page: NavModelItem | undefined): void {
    this.#page = page;
    for (const tell of this.#listeners) tell();
  }

  readonly subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Pages are drawn by plugins, which know the frame by `@grafana/runtime` alone: so one for all. */
export const where = new WhereStore();

export const useWhere = (): NavModelItem | undefined =>
  useSyncExternalStore(where.subscribe, where.get);
