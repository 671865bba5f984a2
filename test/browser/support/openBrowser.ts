import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../servers/index.js';

/** Drawn alike on every machine, as far as that can be had. */
const ARGS = [
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-dev-shm-usage',
];

/** A Chromium without a window. @throws {Error} where none can be had */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await ensureChromium();
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({
    executablePath: path,
    env: { ...Object.fromEntries(own), ...env },
    args: ARGS,
  });
}
