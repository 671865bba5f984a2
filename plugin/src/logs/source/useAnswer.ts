import { useEffect, useRef, useState } from 'react';
import type { Observable } from 'rxjs';
import { errorText } from './errorText.js';

/** An answer on its way; until it is there, the one before stays, so that nothing jumps. */
export interface Answer<T> {
  readonly value?: T;
  /** Why there is none. */
  readonly error?: string;
  readonly isLoading: boolean;
}

/**
 * Asks whenever the key changes, and cancels what was asked before.
 *
 * @param key names all that the answer depends on; undefined asks nothing
 */
export function useAnswer<T>(key: string | undefined, ask: () => Observable<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { readonly of?: string }>({ isLoading: false });
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    if (key === undefined) {
      setAnswer({ isLoading: false });
      return undefined;
    }
    setAnswer(({ value }) => ({ of: key, value, isLoading: true }));
    const asked = newest.current().subscribe({
      next: (value) => setAnswer({ of: key, value, isLoading: false }),
      error: (error: unknown) => setAnswer({ of: key, error: errorText(error), isLoading: false }),
    });
    return () => asked.unsubscribe();
  }, [key]);
  const { of, ...known } = answer;
  // A new key is asked for after it was drawn with: until then its answer is on its way too.
  return of === key ? known : { value: known.value, isLoading: key !== undefined };
}
