import { PAGES, pageUrl } from '../links/pageUrl.js';
import { pageOf } from './pageOf.js';

describe('pageOf', () => {
  it('finds every page at its own address, below any path', () => {
    for (const page of PAGES) {
      expect(pageOf(pageUrl(page))).toBe(page);
      expect(pageOf(`/grafana${pageUrl(page)}/`)).toBe(page);
    }
  });

  it('opens the Overview at the address of the app', () => {
    expect(pageOf('/a/gpuscope-app')).toBe('overview');
    expect(pageOf('/a/gpuscope-app/')).toBe('overview');
  });

  it('knows no other page', () => {
    expect(pageOf('/a/gpuscope-app/toString')).toBeUndefined();
    expect(pageOf('/a/gpuscope-app/Overview')).toBeUndefined();
  });
});
