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
  // What stands beside a row's link, its star, is of the row, too.
  const at = rows.findIndex((row) => (row.closest('tr') ?? row).contains(from as Node | null));
  const next = at + by;
  if (next < 0) return 'search';
  return rows[next];
}

const hasModifier = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey;

/** Where a key that was pressed within the list leads; undefined: nowhere. */
function destination(list: HTMLElement, { key, target }: KeyboardEvent): HTMLElement | undefined {
  const search = list.querySelector<HTMLInputElement>(SEARCH) ?? undefined;
  const rows = [...list.querySelectorAll<HTMLElement>(ROWS)];
  const found = (to: HTMLElement | 'search' | undefined) => (to === 'search' ? search : to);
  if (key === 'ArrowDown') return found(step(rows, target, 1));
  if (target === search) return undefined;
  if (key === 'ArrowUp') return found(step(rows, target, -1));
  return key === 'Escape' ? search : undefined;
}

/** `/` goes to the search, arrows go through the rows, Escape goes back up; Enter follows the row's own link. */
export function useListKeys(place: RefObject<HTMLElement>): void {
  useEffect(() => {
    const list = place.current;
    if (list === null) return;
    const go = (event: KeyboardEvent, to: HTMLElement | null | undefined): void => {
      if (!to) return;
      event.preventDefault();
      // Grafana listens at the document, and takes the focus away on Escape.
      event.stopPropagation();
      to.focus();
    };
    const onKeyInside = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || hasModifier(event)) return;
      go(event, destination(list, event));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.defaultPrevented || hasModifier(event)) return;
      if (!isTyping(event.target)) go(event, list.querySelector<HTMLElement>(SEARCH));
    };
    list.addEventListener('keydown', onKeyInside);
    document.addEventListener('keydown', onKey);
    return () => {
      list.removeEventListener('keydown', onKeyInside);
      document.removeEventListener('keydown', onKey);
    };
  }, [place]);
}
