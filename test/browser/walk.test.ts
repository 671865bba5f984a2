import { en } from '@gpuscope/dashboards';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser } from './support/openBrowser.js';
import { settled } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { askOverTime, most } from './support/truth.js';
import { visit, type Visitor } from './support/visitor.js';

// A new user's walk, step by step as one goes: each step begins where the one before it ended.

let site: Site;
let browser: Browser;
let visitor: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
  visitor = await visit(browser, site, { height: 1600 });
}, 1_200_000);
afterAll(async () => {
  await visitor.leave();
  await browser.close();
});

const panel = (id: string): Locator => visitor.page.locator(`[data-panel="${id}"]`);
const parameters = (): URLSearchParams => new URL(visitor.page.url()).searchParams;

const HOUR_MS = 3_600_000;

/** When the app used most GPUs within the last six hours, milliseconds. */
async function peakOf(app: string): Promise<number> {
  const query = `sum(gpu_workload_used_gpus{app="${app}"})`;
  const points = await askOverTime(visitor, site, query, 6 * HOUR_MS);
  return points.reduce((best, point) => (point.value > best.value ? point : best)).timeMs;
}

/** Clicks into a graph of the last six hours at a moment, and gives the link that stands in what opens. */
async function linkAt(graph: Locator, timeMs: number, title: string): Promise<Locator> {
  const { page } = visitor;
  const area = graph.locator('.u-over');
  const box = await area.boundingBox();
  if (box === null) throw new Error('the graph is out of sight');
  const part = 1 - (Date.now() - timeMs) / (6 * HOUR_MS);
  const link = page.getByRole('link', { name: title }).first();
  const appears = (timeout: number) =>
    link.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
  // Links are those of the line that is nearest to the pointer, and come when the machine has time for them.
  for (const patience of [2_000, 10_000]) {
    for (const height of [0.05, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const at = { x: Math.max(2, Math.min(0.995, part) * box.width), y: height * box.height };
      await area.hover({ position: at });
      await area.click({ position: at });
      if (await appears(patience)) return link;
      await page.keyboard.press('Escape');
    }
  }
  throw new Error(`no click into the graph showed ${title}`);
}

describe('a new user', () => {
  let app: string;

  it('opens the app and sees how full the GPUs are', async () => {
    await visitor.open('/a/gpuscope-app');
    await settled(visitor.page);
    app = await most(visitor, site, 'app', 'gpu_workload_used_gpus');
    const ring = panel('gpu-ring');
    expect(await ring.getByRole('img').first().getAttribute('aria-label')).toMatch(
      /[\d.]+ of [\d.]+ GPUs/,
    );
  });

  it('finds the busiest app in the list and opens it', async () => {
    await panel('top-apps').getByRole('link', { name: app, exact: true }).first().click();
    await visitor.page.waitForURL(/\/a\/gpuscope-app\/app\?/);
    expect(parameters().getAll('var-app')).toEqual([app]);
    await settled(visitor.page);
    await visitor.page.getByRole('heading', { name: app }).first().waitFor();
  });

  it('clicks its peak and stands before its lines of those minutes', async () => {
    const graph = panel('gpus-over-time');
    await graph.scrollIntoViewIfNeeded();
    const peak = await peakOf(app);
    const link = await linkAt(graph, peak, en.words.toLogs);
    await link.click();
    await visitor.page.waitForURL(/\/a\/gpuscope-app\/logs\?/);
    expect(parameters().getAll('var-app')).toEqual([app]);
    const [from, to] = ['from', 'to'].map((name) => Number(parameters().get(name)));
    const middle = ((from ?? 0) + (to ?? 0)) / 2;
    expect(Math.abs(middle - peak)).toBeLessThan(10 * 60_000);
    expect((to ?? 0) - (from ?? 0)).toBeLessThanOrEqual(HOUR_MS);
    await visitor.page.locator('[role=treegrid] [aria-rowindex]').first().waitFor();
  });

  it('opens a line and reads what was written around it', async () => {
    const { page } = visitor;
    await page.locator('[role=treegrid] [aria-rowindex]').first().click();
    await page.getByRole('button', { name: 'Show context' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('[aria-current=true]').waitFor();
    expect(await drawer.locator('[aria-rowindex]').count()).toBeGreaterThan(1);
    expect(parameters().get('ctx')).not.toBeNull();
  });

  it('sends the address to a colleague, who sees the same', async () => {
    const marked = '[role=dialog] [aria-current=true]';
    const text = await visitor.page.locator(marked).innerText();
    const colleague = await visit(browser, site);
    await colleague.open(visitor.page.url());
    expect(await colleague.page.locator(marked).innerText()).toBe(text);
    await colleague.leave();
  });

  it('gets back, step by step, to where the walk began', async () => {
    const { page } = visitor;
    for (const place of [/\/logs\?/, /\/app\?/, /\/a\/gpuscope-app(\/overview)?(\?|$)/]) {
      // What only changed a filter is a step of its own.
      for (let turns = 0; turns < 6; turns += 1) {
        await page.goBack();
        if (place.test(page.url()) && !page.url().includes('ctx=')) break;
      }
      expect(page.url()).toMatch(place);
    }
    await settled(page);
    expect(await panel('gpu-ring').isVisible()).toBe(true);
  });

  it('met no error on the way', () => {
    expect(visitor.problems).toEqual([]);
  });
});
