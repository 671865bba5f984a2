import { useEffect, useRef } from 'react';
import { locationService } from '@grafana/runtime';
import { LIST_OF, pageUrl, type PageId } from '../links/pageUrl.js';

/** Whether Escape is still free: nothing has the focus that it would close or leave. */
const isFree = (event: KeyboardEvent): boolean =>
  event.key === 'Escape' &&
  !event.defaultPrevented &&
  (document.activeElement === null || document.activeElement === document.body) &&
  document.querySelector('[role=dialog], [role=menu], [role=listbox]') === null;

/** Escape on a page about one thing leads to the list that it is of: as it was left, where one came from it. */
export function useEscapeBack(page: PageId | undefined): void {
  const before = useRef<PageId | undefined>(undefined);
  const now = useRef(page);
  if (now.current !== page) {
    before.current = now.current;
    now.current = page;
  }
  useEffect(() => {
    const list = page && LIST_OF[page];
    if (list === undefined) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!isFree(event)) return;
      if (before.current === list) window.history.back();
      else locationService.push(pageUrl(list));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [page]);
}
