import { APP_ROOT, PAGES, type PageId } from '../links/pageUrl.js';

/** The page of an address; the app's own address is the Overview's. Undefined: there is no such page. */
export function pageOf(pathname: string): PageId | undefined {
  const below = pathname.slice(pathname.indexOf(APP_ROOT) + APP_ROOT.length);
  const [name = ''] = below.split('/').filter((part) => part !== '');
  return name === '' ? 'overview' : PAGES.find((page) => page === name);
}
