import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Route } from 'playwright-core';
import { openBrowser } from '../browser/support/openBrowser.js';
import { panelsOf } from '../browser/support/pages.js';
import { openPreview, type Site } from '../browser/support/preview.js';
import { startWholePreview } from '../browser/support/startPreview.js';
import { visit, type Visitor } from '../browser/support/visitor.js';
import {
  ensureGrafana13Packages,
  mustRun,
  temporaryFolder,
  type TemporaryFolder,
} from '../servers/index.js';

// The plugins as they ship, in a page made of Grafana 13.2's own packages and React 19, on the preview's servers.

const BUILT = '/public/build/';

/** React tells developers' tools which it is. */
const NOTE_REACT = `
  globalThis.reactVersions = [];
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    inject: ({ version }) => reactVersions.push(version),
    onCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  };`;

let site: Site & { readonly stop?: () => Promise<void> };
let browser: Browser;
let built: TemporaryFolder;
let visitor: Visitor;

/** The page is Grafana 13's; whatever it asks for, the preview answers. */
async function answer(route: Route): Promise<void> {
  const request = route.request();
  const { pathname } = new URL(request.url());
  const isPage = request.resourceType() === 'document';
  if (!isPage && !pathname.startsWith(BUILT)) return route.continue();
  const path = join(built.path, isPage ? 'index.html' : pathname.slice(BUILT.length));
  return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404, body: '' });
}

const openSite = async (): Promise<typeof site> =>
  process.env.GPUSCOPE_PREVIEW_URL === undefined
    ? { kind: 'preview', ...(await startWholePreview()) }
    : openPreview();

beforeAll(async () => {
  const packages = await ensureGrafana13Packages();
  built = await temporaryFolder('grafana13');
  await mustRun(process.execPath, [join(__dirname, 'grafana13/build.mjs'), packages, built.path]);
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
  visitor = await visit(browser, site, { height: 2400 });
  await visitor.page.addInitScript(NOTE_REACT);
  await visitor.page.context().route('**/*', answer);
}, 1_200_000);

afterAll(async () => {
  await visitor.leave();
  await browser.close();
  await site.stop?.();
  await built.remove();
});

describe('on the packages of Grafana 13.2', () => {
  it('React is of version 19', async () => {
    await visitor.open('/a/gpuscope-app/overview');
    await visitor.page.locator('[data-panel]').first().waitFor();
    expect(await visitor.page.evaluate<string[]>('globalThis.reactVersions')).toEqual([
      expect.stringMatching(/^19\./),
    ]);
  });

  it.each(['overview', 'app', 'node', 'waste'])('the page %s draws data', async (page) => {
    await visitor.open(`/a/gpuscope-app/${page}`);
    const panels = await panelsOf(visitor.page);
    expect(panels.filter(({ shown }) => shown === 'data').length).toBeGreaterThan(5);
    expect(panels.filter(({ shown }) => shown === 'failed')).toEqual([]);
  });

  it('the nested data source answers with lines', async () => {
    await visitor.open('/a/gpuscope-app/logs');
    await visitor.page.locator('[role=treegrid] [aria-rowindex]').first().waitFor();
  });

  it('met no error', () => {
    expect(visitor.problems).toEqual([]);
  });
});
