import { store } from '@grafana/data';

/** What this browser keeps under a key; undefined where there is nothing, rubbish, or no right to look. */
export function keptInBrowser(key: string): unknown {
  try {
    return store.getObject(key);
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser, and says whether it could: there may be no right to, or no room. */
export function keepInBrowser(key: string, value: unknown): boolean {
  try {
    return store.setObject(key, value);
  } catch {
    return false;
  }
}
