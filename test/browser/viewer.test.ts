import { BOARD_IDS } from '@gpuscope/dashboards';
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/openBrowser.js';
import { panelsOf } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { visit, type Visitor } from './support/visitor.js';

let site: Site;
let browser: Browser;
let viewer: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
  viewer = await visit(browser, site, { role: 'Viewer' });
}, 1_200_000);
afterAll(async () => {
  await viewer.leave();
  await browser.close();
});

describe('a Viewer', () => {
  it.each(BOARD_IDS)('sees the page %s', async (id) => {
    await viewer.open(`/a/gpuscope-app/${id}`);
    const panels = await panelsOf(viewer.page);
    expect(panels.filter(({ shown }) => shown === 'denied' || shown === 'failed')).toEqual([]);
    expect(panels.some(({ shown }) => shown === 'data')).toBe(true);
  });

  it.each(['apps', 'users', 'nodes'])('sees the page %s', async (list) => {
    await viewer.open(`/a/gpuscope-app/${list}`);
    await viewer.page.locator('a[data-row]').first().waitFor();
  });

  it('reads logs', async () => {
    await viewer.open('/a/gpuscope-app/logs');
    await viewer.page.locator('[role=treegrid] [aria-rowindex]').first().waitFor();
  });

  it('is kept from the configuration, and told so', async () => {
    const { page } = viewer;
    await viewer.open('/a/gpuscope-app/configuration');
    // A real Grafana opens no page of administrators to others, and shows its own first page.
    if (site.kind === 'grafana') await page.waitForURL((url) => !url.pathname.startsWith('/a/'));
    else await page.getByText('Configuration is for administrators').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('met no error', () => {
    expect(viewer.problems).toEqual([]);
  });
});
