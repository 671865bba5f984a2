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

/** Pairs of panels of which one lies on the other. */
export const overlaps = (panels: readonly PanelOnPage[]): readonly string[] =>
  panels.flatMap((one, at) =>
    panels.slice(at + 1).flatMap((other) => {
      const [a, b] = [one.box, other.box];
      const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return wide > 1 && high > 1 ? [`${one.id} and ${other.id}`] : [];
    }),
  );
