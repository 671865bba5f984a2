import { useCallback, useState } from 'react';
import { store } from '@grafana/data';
import type { ListId } from '@gpuscope/dashboards';

const keyOf = (list: ListId): string => `gpuscope-app.favourites.${list}`;

const read = (list: ListId): ReadonlySet<string> => {
  const kept: unknown = store.getObject(keyOf(list));
  return new Set(
    Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [],
  );
};

export interface Favourites {
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** The rows that this browser's reader has starred. */
export function useFavourites(list: ListId): Favourites {
  const [keys, setKeys] = useState(() => read(list));
  const toggle = useCallback(
    (key: string) => {
      const next = new Set(read(list));
      if (!next.delete(key)) next.add(key);
      store.setObject(keyOf(list), [...next]);
      setKeys(next);
    },
    [list],
  );
  return { has: (key) => keys.has(key), toggle };
}
