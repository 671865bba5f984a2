import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './support/openBrowser.js';
import { openGallery, type GalleryChoice } from './support/gallery.js';
import { unlikeKept } from './support/pictures.js';

let browser: Browser;
let open: (choice: GalleryChoice) => Promise<Page>;
beforeAll(async () => {
  browser = await openBrowser();
  open = await openGallery(browser);
});
afterAll(() => browser.close());

/** Lines are written in whatever monospaced font a machine has, so that only their rows are looked at. */
const PICTURED = ['ring', 'ring-narrow', 'gpu-map-8-nodes', 'gpu-map-800-nodes', 'holders'];

const opened = async (theme: GalleryChoice['theme']) => {
  const page = await open({ theme, language: 'en-US' });
  await page.locator('[data-exhibit=lines] [role=row]').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => true)');
  return page;
};

describe('panels of our own', () => {
  it.each(['dark', 'light'] as const)('look as they did, in the %s theme', async (theme) => {
    const page = await opened(theme);
    const unlike: string[] = [];
    for (const name of PICTURED) {
      const picture = await page.locator(`[data-exhibit=${name}]`).screenshot();
      const difference = unlikeKept(`${name}-${theme}`, picture);
      if (difference !== undefined) unlike.push(difference);
    }
    await page.context().close();
    expect(unlike).toEqual([]);
  });
});

describe('ten thousand lines', () => {
  it('are drawn as far as they are seen, wherever the reader is', async () => {
    const page = await opened('dark');
    const list = page.getByRole('treegrid');
    const rows = list.locator('[role=row][aria-rowindex]');
    expect(await list.getAttribute('aria-rowcount')).toBe('10000');
    expect(await rows.count()).toBeLessThan(80);
    await list.focus();
    await page.keyboard.press('End');
    await list.locator('[aria-rowindex="10000"]').waitFor();
    expect(await rows.count()).toBeLessThan(80);
    expect(await list.locator('[aria-rowindex="1"]').count()).toBe(0);
    await page.context().close();
  });

  it('scroll without drawing them all', async () => {
    const page = await opened('dark');
    const list = page.getByRole('treegrid');
    const rows = list.locator('[role=row][aria-rowindex]');
    await list.hover();
    let most = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 1500);
      most = Math.max(most, await rows.count());
    }
    const first = "document.querySelector('[role=treegrid] [aria-rowindex]')";
    await page.waitForFunction(`Number(${first}?.getAttribute('aria-rowindex')) > 1500`);
    await page.context().close();
    expect(most).toBeLessThan(80);
  });
});
