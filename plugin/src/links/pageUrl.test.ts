import fc from 'fast-check';
import { APP_ROOT, LIST_OF, PAGES, pageUrl } from './pageUrl.js';

const opened = (url: string) => new URL(url, 'http://grafana.example');

describe('the address of a page', () => {
  it('names the very things, whatever they are called, and the time range', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        'a.b(c)|d',
        'DOMAIN\\x',
        '训练/模型',
        'a&b=c#d?e',
        '50 % + 1',
        '${app}',
        '..',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), name, name, name, (page, app, first, second) => {
        const range = { from: 'now-2d', to: 'now/d' };
        const url = opened(pageUrl(page, { app, cluster: [first, second] }, range));
        expect([url.pathname, url.hash]).toEqual([`${APP_ROOT}/${page}`, '']);
        expect([...url.searchParams]).toEqual([
          ['from', 'now-2d'],
          ['to', 'now/d'],
          ['var-app', app],
          ['var-cluster', first],
          ['var-cluster', second],
        ]);
      }),
    );
  });

  it('says nothing of what is not chosen, so that the page decides', () => {
    expect(pageUrl('apps')).toBe(`${APP_ROOT}/apps`);
    expect(pageUrl('apps', { app: [] })).toBe(`${APP_ROOT}/apps`);
    expect(pageUrl('apps', {}, { from: 'now-6h', to: 'now' })).toBe(
      `${APP_ROOT}/apps?from=now-6h&to=now`,
    );
  });

  it('leads from a page about one thing to a page that lists them', () => {
    for (const [page, list] of Object.entries(LIST_OF)) {
      expect(PAGES).toContain(page);
      expect(list).toBe(`${page}s`);
    }
  });
});
