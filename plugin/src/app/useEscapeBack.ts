import { useEffect, useRef } from 'react';
import { locationService } from '@grafana/runtime';
import { LIST_OF, pageUrl, type PageId } from '../links/pageUrl.js';

/** Whether Escape is still free: nothing has the focus that it would close or leave. */
const isFree = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.defaultPrevented &&
  (document.activeElement === null || document.activeElement === document.body) &&
  document.querySelector('[role=dialog], [role=menu], [role=listbox]') === null;

/**
 * Escape on a page about one thing leads to the list that it is of: as it was left, where one has seen it before.
 *
 * @param address the page's own, as the router has it
 */
export function useEscapeBack(page: PageId | undefined, address: string): void {
  const seen = useRef(new Map<PageId, string>());
  if (page !== undefined) seen.current.set(page, address);
  useEffect(() => {
    const list = page && LIST_OF[page];
    if (list === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      // Steps within this page (another time range, another choice) are steps of the browser's, too: to go back would undo them.
      if (isFree(event)) locationService.push(seen.current.get(list) ?? pageUrl(list));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [page]);
}
