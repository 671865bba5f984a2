import { previewSite } from './model/preview/site.js';
import { createWorld, type World } from './model/world.js';

export interface PreviewWorldOptions {
  /** Where its history ends and it goes on live, seconds since the epoch; left out, now. */
  readonly nowSeconds?: number;
  /** How long its history is; left out, three days. */
  readonly days?: number;
}

const DAY = 86_400;

/** The site that `npm start` shows, at the beginning of its history. */
export function createPreviewWorld(options: PreviewWorldOptions = {}): World {
  const { nowSeconds = Date.now() / 1000, days = 3 } = options;
  // On a whole five minutes, so that what is recorded every five minutes is recorded then.
  const start = Math.floor((nowSeconds - days * DAY) / 300) * 300;
  return createWorld(previewSite(start, nowSeconds), start);
}
