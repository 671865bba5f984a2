import type { IdentityRules } from '@gpuscope/aggregation';
import type { World } from '../model/world.js';
import { foreignTargets, type PageSample } from '../protocol/foreign/index.js';
import { ACCOUNT_SECONDS, createAccounts } from './accounts.js';
import { worldDirectory } from './directory.js';
import { createHostSums } from './hostSums.js';
import { ownTargets, type OwnOptions, type OwnTarget } from './ownPages.js';
import type { RecordedTarget, Recorder } from './recorder.js';
import { recordedSums } from './sums.js';

export interface RecordOptions extends OwnOptions {
  readonly rules: IdentityRules;
  /** The job by which our exporters are scraped. */
  readonly job: string;
  /** Labels on every series, as an agent would add them. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Scrapes a site at its present moment. */
export interface SiteScraper {
  /** The whole site, and what the shipped rules would record of it. */
  all(): void;
  /** Its machines only, whose pages are cheap to make. */
  machines(): void;
}

const OF_MACHINES = new Set(['kubelet', 'node-exporter']);

/** What a scrape itself adds. */
const scrapeSamples = (samples: number): PageSample[] => [
  { name: 'up', labels: NO_LABELS, value: 1 },
  { name: 'scrape_duration_seconds', labels: NO_LABELS, value: 0.002 + samples * 4e-6 },
  { name: 'scrape_samples_scraped', labels: NO_LABELS, value: samples },
];

const NO_LABELS = {};

/** A page and whether it is up, as a scrape records them. */
function scraped(
  recorder: Recorder,
  labels: Readonly<Record<string, string>>,
): (nowSeconds: number, page: readonly PageSample[]) => void {
  const [page, up] = [recorder.target(labels), recorder.target(labels)];
  return (nowSeconds, samples) => {
    page.scrape(nowSeconds, samples);
    up.scrape(nowSeconds, scrapeSamples(samples.length));
  };
}

export function siteScraper(
  world: World,
  recorder: Recorder,
  { job, extra = {}, ...options }: RecordOptions,
): SiteScraper {
  const own = ownTargets(world, options).map((target: OwnTarget) => ({
    ...target,
    record: scraped(recorder, { ...extra, job, instance: target.instance }),
  }));
  const foreign = foreignTargets(world).map((target) => ({
    page: target.page,
    isOfMachine: OF_MACHINES.has(target.job),
    record: scraped(recorder, { ...extra, job: target.job, ...target.labels }),
  }));
  const rules: RecordedTarget = recorder.target(extra);
  const charged: RecordedTarget = recorder.target(extra);
  const hostSums = createHostSums(world, options.rules);
  const accounts = createAccounts();
  function all(): void {
    const now = world.nowSeconds();
    const directory = worldDirectory(world);
    const samples = own.flatMap(({ page, record }) => {
      const made = page(now, directory);
      record(now, made);
      return made;
    });
    for (const { page, record } of foreign) record(now, page());
    rules.scrape(now, [...recordedSums(samples), ...hostSums(directory)]);
    if (now % ACCOUNT_SECONDS === 0) charged.scrape(now, accounts(samples));
  }

  return {
    all,
    machines() {
      for (const { page, record, isOfMachine } of foreign) {
        if (isOfMachine) record(world.nowSeconds(), page());
      }
    },
  };
}
