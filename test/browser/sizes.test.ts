import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { openBrowser } from './support/openBrowser.js';
import { settled } from './support/pages.js';
import { openPreview, type Site } from './support/preview.js';
import { visit } from './support/visitor.js';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openPreview(), openBrowser()]);
}, 1_200_000);
afterAll(() => browser.close());

const isScript = (response: Response): boolean =>
  /\/public\/plugins\/gpuscope-app\/[^?]*\.js/.test(response.url());

/** Names of the app's scripts that a page makes a browser fetch, with their sizes as they travel at best. */
async function scriptsOf(path: string, isThere: string): Promise<ReadonlyMap<string, number>> {
  const visitor = await visit(browser, site);
  const scripts = new Map<string, number>();
  const reading: Promise<void>[] = [];
  visitor.page.on('response', (response) => {
    if (!isScript(response)) return;
    const name = new URL(response.url()).pathname;
    reading.push(
      response.body().then((body) => void scripts.set(name, gzipSync(body, { level: 9 }).length)),
    );
  });
  await visitor.open(path);
  await visitor.page.locator(isThere).first().waitFor();
  if (isThere === '[data-panel]') await settled(visitor.page);
  await Promise.all(reading);
  await visitor.leave();
  return scripts;
}

const sum = (sizes: ReadonlyMap<string, number>): number =>
  [...sizes.values()].reduce((all, size) => all + size, 0);

describe('the app', () => {
  it('opens with less than 300 KB, and fetches the rest when it is asked for', async () => {
    const overview = await scriptsOf('/a/gpuscope-app/overview', '[data-panel]');
    const logs = await scriptsOf('/a/gpuscope-app/logs', '[role=treegrid]');
    expect(overview.size).toBeGreaterThan(0);
    expect(sum(overview)).toBeLessThan(300 * 1024);
    const onlyLogs = [...logs.keys()].filter((name) => !overview.has(name));
    expect(onlyLogs.length).toBeGreaterThan(0);
  });
});
