import type { Page } from 'playwright-core';
import { isBusy, panelsOnPage, type PanelOnPage } from './inPage.js';

/** Waits until the page has its panels and none of them waits for anything. */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-panel]').first().waitFor();
  await page.waitForFunction(`!(${isBusy.toString()})()`);
}

/** What stands on a page once it has settled. Give the window enough height: what is far below is not drawn. */
export async function panelsOf(page: Page): Promise<readonly PanelOnPage[]> {
  await settled(page);
  return page.evaluate(panelsOnPage);
}

/** Panels that show no data, with what they say instead. */
export const withoutData = (panels: readonly PanelOnPage[]): readonly string[] =>
  panels
    .filter(({ shown, isDrawn, text }) => shown !== 'data' || !isDrawn || /\bNo data\b/.test(text))
    .map(({ id, shown, text }) => `${id} (${shown}): ${text.replace(/\s+/g, ' ').slice(0, 200)}`);
