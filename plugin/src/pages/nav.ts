import { locationUtil, type NavModelItem } from '@grafana/data';
import { LIST_OF, pageUrl, type PageId } from '../links/pageUrl.js';
import { pageTitle } from './titles.js';

/** A page and the list that it belongs to, at the time range and the data source of an address. */
export function navOf(page: PageId, search: string, text = pageTitle(page)): NavModelItem {
  const parameters = new URLSearchParams(search);
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  const range = from === null || to === null ? undefined : { from, to };
  const datasource = parameters.getAll('var-datasource');
  const list = LIST_OF[page];
  return {
    text,
    url: locationUtil.assureBaseUrl(pageUrl(page, { datasource }, range)),
    ...(list === undefined ? {} : { parentItem: navOf(list, search) }),
  };
}
