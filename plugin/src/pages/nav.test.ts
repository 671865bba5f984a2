import { APP_ROOT, LIST_OF, PAGES } from '../links/pageUrl.js';
import { navOf } from './nav.js';

describe('the way back above a page', () => {
  it('leads from a page about one thing to its list, at the same time and source', () => {
    const search = '?from=now-2d&to=now&var-datasource=prom&var-app=a.b%28c%29%7Cd&var-tenant=risk';
    const { text, parentItem } = navOf('app', search, 'a.b(c)|d');
    expect(text).toBe('a.b(c)|d');
    expect(parentItem?.text).toBe('Apps');
    expect(parentItem?.url).toBe(`${APP_ROOT}/apps?from=now-2d&to=now&var-datasource=prom`);
    expect(parentItem?.parentItem).toBeUndefined();
  });

  it.each(['', '?', '?from=now-2d', '?to=now', '?var-app=x&q=y&%'])(
    'leaves to the list what the address does not say: %s',
    (search) => {
      expect(navOf('node', search).parentItem?.url).toBe(`${APP_ROOT}/nodes`);
    },
  );

  it('names every page, and is there only where there is a list', () => {
    const texts = PAGES.map((page) => navOf(page, '').text);
    expect(new Set(texts).size).toBe(PAGES.length);
    for (const page of PAGES)
      expect(navOf(page, '').parentItem === undefined).toBe(LIST_OF[page] === undefined);
  });
});
