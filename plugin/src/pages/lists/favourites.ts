import { useCallback, useRef, useState } from 'react';
import type { ListId } from '@gpuscope/dashboards';
import { keepInBrowser, keptInBrowser } from '../inBrowser.js';

const keyOf = (list: ListId): string => `gpuscope-app.favourites.${list}`;

type Keys = ReadonlySet<string>;

/** What is kept; undefined where nothing is, or nothing that stars could be. */
function read(list: ListId): Keys | undefined {
  const kept = keptInBrowser(keyOf(list));
  if (!Array.isArray(kept)) return undefined;
  return new Set(kept.filter((one): one is string => typeof one === 'string'));
}

const NONE: Keys = new Set();

export interface Favourites {
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** The rows that this browser's reader has starred. What the browser can't keep holds until the page is left. */
export function useFavourites(list: ListId): Favourites {
  const [keys, setKeys] = useState(() => read(list) ?? NONE);
  const isKept = useRef(true);
  const toggle = useCallback(
    (key: string) => {
      setKeys((present) => {
        // Another tab may have starred others meanwhile.
        const known = (isKept.current ? read(list) : undefined) ?? present;
        const next = new Set([...known].filter((one) => one !== key));
        if (!present.has(key)) next.add(key);
        isKept.current = keepInBrowser(keyOf(list), [...next]);
        return next;
      });
    },
    [list],
  );
  return { has: (key) => keys.has(key), toggle };
}
