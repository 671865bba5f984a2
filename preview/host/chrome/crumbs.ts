import type { NavModelItem } from '@grafana/data';
import type { PageItem } from './pages.js';
import { isWithin } from './pages.js';

/** A step on the way to where the visitor is. */
export interface Crumb {
  readonly text: string;
  /** Absent where it is the page that is shown. */
  readonly href?: string;
}

const pathOf = (url: string): string => url.split('?')[0] ?? url;

/** A page and those above it, from the top. */
function chainOf(page: NavModelItem | undefined): readonly NavModelItem[] {
  const chain: NavModelItem[] = [];
  for (let at = page; at !== undefined; at = at.parentItem) {
    if (at.hideFromBreadcrumbs !== true) chain.unshift(at);
  }
  return chain;
}

interface Where {
  readonly app: { readonly name: string; readonly start: string };
  readonly pages: readonly PageItem[];
  readonly pathname: string;
  /** What the page says of itself. */
  readonly page?: NavModelItem;
}

/** The app, the page of its list, then what the page says of itself; nothing is said twice. */
export function crumbsOf({ app, pages, pathname, page }: Where): readonly Crumb[] {
  const section = pages.find(({ path }) => isWithin(path, pathname));
  const said = chainOf(page).map(({ text, url = '' }) => ({ text, href: url }));
  const all = [
    { text: app.name, href: app.start },
    ...(section === undefined ? [] : [{ text: section.title, href: section.path }]),
    ...said,
  ];
  const once = all.filter(
    ({ text, href }, at) =>
      !all.some(
        (other, place) =>
          place > at && (other.text === text || (at > 0 && pathOf(other.href) === pathOf(href))),
      ),
  );
  return once.map(({ text, href }, at) =>
    at === once.length - 1 || href === '' ? { text } : { text, href },
  );
}
