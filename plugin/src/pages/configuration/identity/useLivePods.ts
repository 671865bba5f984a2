import { useEffect, useState } from 'react';
import { reasonOf } from '../sources/save.js';
import type { LivePods } from './livePods.js';
import { livePods } from './livePods.js';

export type LiveState =
  | { readonly state: 'asking' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'there'; readonly found: LivePods };

/** Typing shall not ask at every letter. */
const PAUSE_MS = 300;

/** Pods whose name has these letters; what a later search overtook is not shown. */
export function useLivePods(uid: string, search: string): LiveState {
  const [state, setState] = useState<LiveState>({ state: 'asking' });
  useEffect(() => {
    let isCurrent = true;
    const tell = (next: LiveState) => {
      if (isCurrent) setState(next);
    };
    const timer = setTimeout(() => {
      livePods(uid, search).then(
        (found) => tell({ state: 'there', found }),
        (error: unknown) => tell({ state: 'failed', reason: reasonOf(error) }),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [uid, search]);
  return state;
}
