import { useEffect, type RefObject } from 'react';

const SEARCH = 'input[data-search]';
const ROWS = 'a[data-row]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The row to go to from the present one; `search` is above the first. */
function step(
  rows: readonly HTMLElement[],
  from: EventTarget | null,
  by: 1 | -1,
): HTMLElement | 'search' | undefined {
  const at = rows.findIndex((row) => row === from);
  const next = at + by;
  if (next < 0) return 'search';
  return rows[next];
}

/** `/` goes to the search, arrows go through the rows, Escape goes back up; Enter follows the row's own link. */
export function useListKeys(place: RefObject<HTMLElement>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const list = place.current;
      if (list === null || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const search = list.querySelector<HTMLInputElement>(SEARCH);
      const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
      // Not what has the focus: Grafana takes it away on Escape, before we hear of it.
      const from = event.target;
      const isInside = from instanceof Node && list.contains(from);
      const go = (to: HTMLElement | null | undefined): void => {
        if (!to) return;
        event.preventDefault();
        to.focus();
      };
      if (event.key === '/' && !isTyping(event.target)) go(search);
      if (!isInside) return;
      if (event.key === 'ArrowDown') go(step(rows, from, 1) as HTMLElement | undefined);
      if (event.key === 'ArrowUp' && from !== search) {
        const to = step(rows, from, -1);
        go(to === 'search' ? search : to);
      }
      if (event.key === 'Escape' && from !== search) go(search);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [place]);
}
