import type { Page } from 'playwright-core';

/** What scrolling came to. */
export interface Scrolled {
  /** Time that the page's thread worked. */
  readonly busyMs: number;
  /** Longest time between two frames: what a reader feels as a stutter. */
  readonly longestFrameMs: number;
  /** Rows in the page at once, at most. */
  readonly rows: number;
}

/** Far enough that new rows come into sight, and within what a short list has. */
const TURN_PX = 1500;

const FRAMES = `
  globalThis.longestFrameMs = 0;
  let last = performance.now();
  const frame = (now) => {
    globalThis.longestFrameMs = Math.max(globalThis.longestFrameMs, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);`;

async function busySeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
}

/** Turns the wheel over the gallery's list of log lines, down and up again. */
export async function scroll(page: Page, turns: number): Promise<Scrolled> {
  const list = page.getByRole('treegrid');
  const rows = list.locator('[role=row][aria-rowindex]');
  await rows.first().waitFor();
  await list.hover();
  await page.evaluate(FRAMES);
  const busy = await busySeconds(page);
  const before = await busy();
  let most = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, turn % 4 < 2 ? TURN_PX : -TURN_PX);
    most = Math.max(most, await rows.count());
  }
  return {
    busyMs: ((await busy()) - before) * 1000,
    longestFrameMs: await page.evaluate<number>('globalThis.longestFrameMs'),
    rows: most,
  };
}
