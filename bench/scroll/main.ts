import type { Browser } from 'playwright-core';
import { openGallery } from '../../test/browser/support/gallery.js';
import { openBrowser } from '../../test/browser/support/openBrowser.js';
import type { Scrolled } from './scroll.js';
import { scroll } from './scroll.js';

const FEW = 200;
const MANY = 10_000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function medians(all: readonly Scrolled[]): Scrolled {
  return {
    busyMs: median(all.map(({ busyMs }) => busyMs)),
    longestFrameMs: median(all.map(({ longestFrameMs }) => longestFrameMs)),
    rows: Math.max(...all.map(({ rows }) => rows)),
  };
}

/** Few and many by turns, so that what else the machine does meets both. */
async function measure(browser: Browser, rounds: number, turns: number) {
  const open = await openGallery(browser);
  const found = new Map<number, Scrolled[]>([
    [FEW, []],
    [MANY, []],
  ]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [lines, all] of found) {
      const page = await open({ theme: 'dark', language: 'en-US', lines });
      all.push(await scroll(page, turns));
      await page.context().close();
    }
  }
  return [...found].map(([lines, all]) => ({ lines, ...medians(all) }));
}

const rounded = (value: number): number => Number(value.toFixed(1));

export async function benchScroll(isSmoke: boolean): Promise<void> {
  const [rounds, turns] = isSmoke ? [1, 10] : [5, 100];
  const browser = await openBrowser();
  try {
    const rows = await measure(browser, rounds, turns);
    const few = rows.find(({ lines }) => lines === FEW);
    console.log(`${turns} turns of the wheel, to and fro; medians of ${rounds}`);
    console.table(
      rows.map((row) => ({
        lines: row.lines,
        'rows drawn, at most': row.rows,
        'busy ms a turn': rounded(row.busyMs / turns),
        'longest frame, ms': rounded(row.longestFrameMs),
        'busy ÷ that of few lines': rounded(row.busyMs / (few?.busyMs ?? NaN)),
      })),
    );
  } finally {
    await browser.close();
  }
}
