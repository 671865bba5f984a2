import { openBrowser } from './support/openBrowser.js';
import { openGallery } from './support/gallery.js';
import * as a from './support/accessibility.js';
it('axe', async () => {
  const browser = await openBrowser();
  const open = await openGallery(browser);
  for (const theme of ['dark', 'light'] as const) {
    const page = await open({ theme, language: 'zh-Hans' });
    await page.waitForTimeout(3000);
    const fn = Object.values(a).find((v) => typeof v === 'function') as any;
    console.log(JSON.stringify(await fn(page), null, 1).slice(0, 4000));
    await page.screenshot({ path: `/tmp/gal-${theme}.png`, fullPage: true });
  }
  await browser.close();
}, 120000);
