import { join } from 'node:path';
import {
  ensurePrometheus,
  ensureRsyslog,
  startStore,
  type PrometheusServer,
  type StoreServer,
} from '../../servers/index.js';
import { startForeign } from '../protocol/foreign/index.js';
import { startExporter, type RunningExporter } from './exporters.js';
import { givenSite } from './givenSite.js';
import type { RunningLogs } from './logs/index.js';
import { bringLogsPart, LOGS_PART } from './logs/logsPart.js';
import { LOG_STORE } from './logs/logStore.js';
import type { StartOptions } from './options.js';
import type { Parts } from './parts.js';
import { startScraping } from './prometheus.js';
import { demoPlan, startSimulatedSite, type RunningSite } from './site.js';
import { createPast } from './past.js';

/** The whole site, up and running. */
export interface BroughtSite {
  readonly title: string;
  readonly exporters: readonly RunningExporter[];
  readonly prometheus: PrometheusServer;
  readonly logs?: RunningLogs;
}

export interface Bringing {
  readonly options: StartOptions;
  readonly parts: Parts;
  /** A folder for whatever is written. */
  readonly folder: string;
  /** Takes each part's end as soon as it runs. */
  readonly ends: (() => Promise<void>)[];
  /** Whether somebody looks at pages, who wants to see days. */
  readonly isViewed: boolean;
}

const PART = {
  site: 'Simulated site',
  given: 'dcgm-exporter',
  exporters: 'Exporters',
  prometheus: 'Prometheus',
} as const;

/** Starts all parts of the site, those that can at the same time. @throws {Error} where one can't be done without */
export async function bringSite(bringing: Bringing): Promise<BroughtSite> {
  const { options, parts, folder, ends, isViewed } = bringing;
  const isGiven = options.dcgm !== undefined;
  const sitePart = isGiven ? PART.given : PART.site;
  parts.expect(sitePart, PART.exporters, PART.prometheus, LOGS_PART);
  const store = options.logs && !isGiven ? beginStore(ends) : undefined;
  fetchAhead(store !== undefined);
  const past = isViewed && !isGiven ? createPast(options.days, folder) : undefined;
  const site = await parts.bring(
    sitePart,
    (note): Promise<RunningSite> => {
      if (options.dcgm !== undefined) return givenSite(options.dcgm);
      return startSimulatedSite(folder, options.speed, past?.plan(note) ?? demoPlan());
    },
    ({ title }) => ({ note: title }),
  );
  ends.push(site.stop);
  const exporters = await parts.bring(
    PART.exporters,
    () => startExporters(site, join(folder, 'exporters'), ends),
    (found) => ({ note: `${found.length} of them` }),
  );
  const prometheus = await parts.bring(
    PART.prometheus,
    () => startMetrics(site, exporters, ends, past?.fill),
    ({ url }) => ({ url }),
  );
  const logs = await bringLogsPart({ ...bringing, site, prometheus, store });
  return { title: site.title, exporters, prometheus, ...(logs !== undefined && { logs }) };
}

/** What is not on this machine yet is on its way while the site starts; whoever needs it hears why it can't be had. */
function fetchAhead(withLogs: boolean): void {
  ensurePrometheus().catch(() => undefined);
  if (withLogs) ensureRsyslog().catch(() => undefined);
}

/** The store takes longest: it starts while the rest does. */
function beginStore(ends: (() => Promise<void>)[]): Promise<StoreServer> {
  const store = startStore(LOG_STORE);
  // Whoever waits for it hears why it did not start.
  store.catch(() => undefined);
  ends.push(() =>
    store.then(
      (running) => running.stop(),
      () => undefined,
    ),
  );
  return store;
}

const startExporters = (
  site: RunningSite,
  dir: string,
  ends: (() => Promise<void>)[],
): Promise<readonly RunningExporter[]> =>
  Promise.all(
    site.exporters.map(async (plan) => {
      const exporter = await startExporter(plan, dir);
      ends.push(() => exporter.process.stop());
      return exporter;
    }),
  );

async function startMetrics(
  { world }: RunningSite,
  exporters: readonly RunningExporter[],
  ends: (() => Promise<void>)[],
  fill?: (dataFolder: string) => Promise<void>,
): Promise<PrometheusServer> {
  const foreign = world === undefined ? undefined : await startForeign(world);
  if (foreign !== undefined) ends.push(() => foreign.stop());
  const prometheus = await startScraping({
    exporters,
    others: foreign?.scrapeConfigs ?? [],
    ...(fill !== undefined && { fill }),
  });
  ends.push(() => prometheus.stop());
  return prometheus;
}
