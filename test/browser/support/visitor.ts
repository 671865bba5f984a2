import type { Browser, Page } from 'playwright-core';
import { createVisitor } from './grafanaVisitor.js';
import type { Site } from './preview.js';
import { collectProblems } from './problems.js';

/** Who comes, and with what in hand. */
export interface Visit {
  readonly theme?: 'dark' | 'light';
  readonly language?: 'en-US' | 'zh-Hans';
  readonly role?: 'Admin' | 'Viewer';
  readonly width?: number;
  readonly height?: number;
}

/** Somebody at the site. */
export interface Visitor {
  readonly page: Page;
  /** Errors of the console and answers that failed, so far. */
  readonly problems: readonly string[];
  /** Opens an address of the site as if it had been pasted. */
  readonly open: (path: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** Opens a window of one's own, with the theme, language and role that are asked for. */
export async function visit(browser: Browser, site: Site, wanted: Visit = {}): Promise<Visitor> {
  const { theme = 'dark', language = 'en-US', role = 'Admin' } = wanted;
  const { width = 1280, height = 800 } = wanted;
  const account =
    site.kind === 'grafana' ? await createVisitor(site, { role, theme, language }) : undefined;
  const context = await browser.newContext({
    ...(account !== undefined && { extraHTTPHeaders: { authorization: account.authorization } }),
    viewport: { width, height },
    locale: language === 'zh-Hans' ? 'zh-CN' : 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const problems = collectProblems(page, site.url);
  const open = async (path: string): Promise<void> => {
    const url = new URL(path, site.url);
    if (account === undefined) {
      const choice = { theme, lang: language, ...(role === 'Viewer' && { role }) };
      for (const [name, value] of Object.entries(choice)) url.searchParams.set(name, value);
    }
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
  };
  const leave = async (): Promise<void> => {
    await context.close();
    await account?.remove();
  };
  return { page, problems, open, leave };
}
