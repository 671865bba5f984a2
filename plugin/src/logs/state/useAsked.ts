import type { Observable } from 'rxjs';
import type { Answer } from '../source/useAnswer.js';
import { useAnswer } from '../source/useAnswer.js';
import { useLogs } from './useLogs.js';

/**
 * Asks the page's source whenever one of these parts changes, and when the reader asks anew.
 *
 * @param parts all that the answer depends on besides; undefined asks nothing
 */
export function useAsked<T>(
  parts: readonly unknown[] | undefined,
  ask: () => Observable<T>,
): Answer<T> {
  const { source, turn } = useLogs();
  return useAnswer(parts && JSON.stringify([source.uid, turn, ...parts]), ask);
}
