import { BOARD_IDS, type BoardId } from '@gpuscope/dashboards';
import type { Browser } from 'playwright-core';
import { boardAddress } from './support/boardPages.js';
import { overflow } from './support/inPage.js';
import { openBrowser } from './support/openBrowser.js';
import { overlaps, panelsOf } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { visit, type Visitor } from './support/visitor.js';

/** As wide as telephones are. */
const WIDTH = 390;

let site: Site;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
  visitor = await visit(browser, site, { width: WIDTH, height: 2400 });
}, 1_200_000);
afterAll(async () => {
  await visitor.leave();
  await browser.close();
});

describe('on a narrow screen', () => {
  it.each<BoardId>(BOARD_IDS)('the page %s stands in one column and fits', async (id) => {
    await visitor.open(await boardAddress(visitor, site, id));
    const panels = await panelsOf(visitor.page);
    expect(await visitor.page.evaluate(overflow)).toBe(0);
    expect(overlaps(panels)).toEqual([]);
    expect(panels.filter(({ box }) => box.x < 0 || box.x + box.width > WIDTH)).toEqual([]);
    expect(panels.filter(({ box }) => box.width < WIDTH * 0.8)).toEqual([]);
  });

  it.each([
    ['apps', 'a[data-row]'],
    ['users', 'a[data-row]'],
    ['nodes', 'a[data-row]'],
    ['logs', '[role=treegrid] [aria-rowindex]'],
    ['configuration', 'button:has-text("Save")'],
  ])('the page %s fits', async (name, content) => {
    await visitor.open(`/a/gpuscope-app/${name}`);
    await visitor.page.locator(content).first().waitFor();
    expect(await visitor.page.evaluate(overflow)).toBe(0);
  });

  it('every page was without error', () => {
    expect(visitor.problems).toEqual([]);
  });
});
