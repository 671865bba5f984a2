import { mkdir } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import type { IdentityRules } from '@gpuscope/aggregation';
import type { World } from '../model/world.js';
import type { OwnOptions } from './ownPages.js';
import { createRecorder } from './recorder.js';
import { siteScraper, type RecordOptions } from './recordSite.js';

export interface PrometheusHistoryOptions
  extends Pick<RecordOptions, 'extra'>, Pick<OwnOptions, 'edit'> {
  /** Prometheus' data folder (`--storage.tsdb.path`), made if need be, which no Prometheus uses yet. */
  readonly folder: string;
  /** At the beginning of its history; it is moved on to the end, and may then go on live. */
  readonly world: World;
  /** The identity rules that the exporters have. */
  readonly rules: IdentityRules;
  /**
   * Where the history ends, seconds since the epoch. It is asked again and again, so that a history that ends now
   * ends when it is written. Left out, now.
   */
  readonly until?: () => number;
  /** The job by which our exporters are scraped; left out, `gpuscope`. */
  readonly job?: string;
  /** How close together the scrapes are; left out, the closer the nearer the end. */
  readonly steps?: readonly Step[];
  /** Is told how much of it is done, 0 to 1. */
  readonly say?: (part: number) => void;
}

/** The time between scrapes where the end is at least so far away. */
export interface Step {
  readonly leftSeconds: number;
  readonly stepSeconds: number;
}

export interface WrittenHistory {
  readonly series: number;
  readonly samples: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** All divide five minutes: that is how often accounts are recorded. */
const STEPS: readonly Step[] = [
  { leftSeconds: 24 * 3600, stepSeconds: 300 },
  { leftSeconds: 6 * 3600, stepSeconds: 150 },
  { leftSeconds: 3600, stepSeconds: 30 },
  { leftSeconds: 0, stepSeconds: 15 },
];

/** Machines are scraped this often for so long: their counters are shown as rates, which need two in a minute. */
const MACHINES = { leftSeconds: 24 * 3600, stepSeconds: 30 };

/** A step may become shorter at these times only, so that five minutes still end with a scrape. */
const GRID_SECONDS = 300;

/** So long the event loop may wait, milliseconds. */
const HOLD_MS = 40;

/**
 * Writes a site's past into Prometheus' data folder, moving the site on: what its exporters would have served, scrape
 * by scrape, with what others serve and what the shipped rules record. A Prometheus that is started on the folder goes
 * on with the same series.
 */
export async function historyIntoPrometheus(
  options: PrometheusHistoryOptions,
): Promise<WrittenHistory> {
  const { folder, world, until = () => Date.now() / 1000, job = 'gpuscope', say } = options;
  const { steps = STEPS } = options;
  const recorder = createRecorder();
  const stepSeconds = Math.max(...steps.map((one) => one.stepSeconds));
  const scrape = siteScraper(world, recorder, { ...options, job, stepSeconds });
  const fromSeconds = world.nowSeconds();
  let step = stepSeconds;
  let toSeconds = fromSeconds;
  let heldSince = performance.now();
  for (let now = fromSeconds; now <= until(); now += step) {
    world.advance(now);
    scrape.all();
    toSeconds = now;
    if (now % GRID_SECONDS === 0) step = stepAt(steps, until() - now);
    const next = now + step;
    // Not beyond the last scrape of the whole site: nobody would have seen who comes and goes there.
    if (until() - now < MACHINES.leftSeconds && next <= until()) {
      for (let at = now + MACHINES.stepSeconds; at < next; at += MACHINES.stepSeconds) {
        world.advance(at);
        scrape.machines();
      }
    }
    if (performance.now() - heldSince > HOLD_MS) {
      say?.((now - fromSeconds) / Math.max(1, until() - fromSeconds));
      await turn();
      heldSince = performance.now();
    }
  }
  await mkdir(folder, { recursive: true });
  const facts = await recorder.write(folder);
  return { ...facts, fromSeconds, toSeconds };
}

const stepAt = (steps: readonly Step[], leftSeconds: number): number =>
  steps.find((one) => leftSeconds > one.leftSeconds)?.stepSeconds ??
  Math.min(...steps.map(({ stepSeconds }) => stepSeconds));
