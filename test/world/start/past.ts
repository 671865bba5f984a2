import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { historyIntoPrometheus } from '../history/index.js';
import { createPreviewWorld } from '../preview.js';
import { identityRules, type SitePlan } from './site.js';

/** Days of a site's past, written down before anything starts. */
export interface Past {
  /** The site with that past; `note` takes how far it has been written down. */
  plan(note: (text: string) => void): SitePlan;
  /** Puts what was written down into Prometheus' data folder. */
  readonly fill: (dataFolder: string) => Promise<void>;
}

const DAY_SECONDS = 86_400;

/** A line every so often is enough for a past that one scrolls through; more would take minutes to load. */
const LINES_PER_SECOND = 1;

/** A past without days of its own still needs pods that have been at work. */
const LEAST_DAYS = 0.25;

export function createPast(days: number, folder: string): Past {
  const blocks = join(folder, 'past');
  const lived = Math.max(days, LEAST_DAYS);
  return {
    plan: (note) => ({
      title: 'SIMULATED site: eight nodes with 56 GPUs, seven tenants. No GPU is involved.',
      world: createPreviewWorld({ days: lived }),
      loggedSeconds: lived * DAY_SECONDS,
      linesPerSecond: LINES_PER_SECOND,
      record: async (world) => {
        const say = (part: number): void =>
          note(`writing ${lived} days of history: ${Math.round(part * 100)} %`);
        await historyIntoPrometheus({ folder: blocks, world, rules: identityRules(), say });
      },
    }),
    fill: async (dataFolder) => {
      await mkdir(blocks, { recursive: true });
      await rename(blocks, dataFolder);
    },
  };
}
