import type { Browser } from 'playwright-core';
import { seriousFindings } from './support/accessibility.js';
import { openBrowser } from './support/openBrowser.js';
import { openPreview, type Site } from './support/preview.js';
import { askNow } from './support/truth.js';
import { visit, type Visitor } from './support/visitor.js';

let site: Site;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
  visitor = await visit(browser, site);
}, 1_200_000);
afterAll(async () => {
  await visitor.leave();
  await browser.close();
});

const rows = () => visitor.page.locator('a[data-row]');
const names = async (): Promise<readonly string[]> => (await rows().allInnerTexts()).map(trimmed);
const trimmed = (text: string): string => text.trim();

/** Which row has the focus, from 0; -1 where none has. Asked at once, since rows change places as pods come and go. */
const focused = (): Promise<number> =>
  visitor.page.evaluate(
    "[...document.querySelectorAll('a[data-row]')].indexOf(document.activeElement)",
  );

describe.each(['app', 'user', 'node'] as const)('the list of every %s', (of) => {
  beforeEach(async () => {
    await visitor.open(`/a/gpuscope-app/${of}s`);
    await rows().first().waitFor();
  });

  it('names everything that holds a GPU', async () => {
    const query = `count by (${of}) (gpu_workload_allocated_gpus{${of}!=""} > 0)`;
    const holding = async (): Promise<readonly string[]> =>
      (await askNow(visitor, site, query)).map(({ labels }) => labels[of] ?? '');
    const before = await holding();
    await visitor.page.reload();
    await rows().first().waitFor();
    const shown = await names();
    const after = new Set(await holding());
    // Who came or went meanwhile may be there or not.
    const held = before.filter((name) => after.has(name));
    expect(held.length).toBeGreaterThan(0);
    expect(shown).toEqual(expect.arrayContaining(held));
  });

  it('finds by a part of the name, and keeps that in the address', async () => {
    const [first = ''] = await names();
    await visitor.page.keyboard.press('/');
    await visitor.page.keyboard.type(first);
    await visitor.page.waitForURL(({ searchParams }) => searchParams.get('q') === first);
    await rows().filter({ hasNotText: first }).first().waitFor({ state: 'detached' });
    expect(await names()).toContain(first);
    await visitor.page.reload();
    await rows().first().waitFor();
    expect(await visitor.page.locator('[data-search]').inputValue()).toBe(first);
  });

  it('is gone through by arrows; Enter opens a row, Escape leads back to the search', async () => {
    const { page } = visitor;
    await page.locator('[data-search]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-search]:focus').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    const first = trimmed(await page.locator('a[data-row]:focus').innerText());
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/${of}\\?.*var-${of}=${encodeURIComponent(first)}`));
    await page.goBack();
    await rows().first().waitFor();
  });

  it('has nothing that hinders a reader', async () => {
    expect(await seriousFindings(visitor.page, 'main')).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});
