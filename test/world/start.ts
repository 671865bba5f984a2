import { join } from 'node:path';
import { temporaryFolder } from '../servers/index.js';
import { startExporter, type RunningExporter } from './start/exporters.js';
import { startLogs } from './start/logs/index.js';
import { givenSite } from './start/givenSite.js';
import { readOptions, USAGE, type StartOptions } from './start/options.js';
import { startScraping } from './start/prometheus.js';
import { busiestApp, type Row } from './start/rows.js';
import { createScreen, type Screen } from './start/screen.js';
import { startSimulatedSite, type RunningSite } from './start/site.js';
import { tableText } from './start/table.js';
import { watchRows } from './start/watch.js';

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    screen.line(USAGE);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort();
    });
  }
  const ends: (() => Promise<void>)[] = [];
  try {
    await run(options, screen, stop.signal, ends);
  } finally {
    for (const end of ends.reverse()) await end();
  }
  screen.line('Ended; nothing is left running.');
  return 0;
}

/** Starts the parts in order; each puts its end on the list as soon as it runs. */
async function run(
  options: StartOptions,
  { line, show }: Screen,
  stop: AbortSignal,
  ends: (() => Promise<void>)[],
): Promise<void> {
  const folder = await temporaryFolder('start');
  ends.push(() => folder.remove());
  line('Starting the site …');
  const site = await startSite(options, folder.path);
  ends.push(site.stop);
  line(`Starting ${String(site.exporters.length)} exporter(s) …`);
  const exporters = await Promise.all(
    site.exporters.map(async (plan) => {
      const exporter = await startExporter(plan, join(folder.path, 'exporters'));
      ends.push(() => exporter.process.stop());
      return exporter;
    }),
  );
  line('Starting Prometheus …');
  const prometheus = await startScraping(exporters);
  ends.push(() => prometheus.stop());
  const logs = await startLogs(site.logs, { options, folder: folder.path, prometheus, line, ends });
  const where = addresses(prometheus.url, exporters, logs?.url);
  const showRows = async (rows: readonly Row[]): Promise<boolean> => {
    const log = logs === undefined ? '' : `${await logs.text(options.app ?? busiestApp(rows))}\n\n`;
    show(`${site.title}\n\n${tableText(rows)}\n\n${log}${where}`);
    return !options.once;
  };
  await watchRows(prometheus, showRows, stop);
}

function startSite(options: StartOptions, dir: string): Promise<RunningSite> {
  if (options.dcgm !== undefined) return givenSite(options.dcgm);
  return startSimulatedSite(dir, options.speed);
}

const addresses = (
  prometheus: string,
  exporters: readonly RunningExporter[],
  store: string | undefined,
): string =>
  [
    'HELD and USED are in GPUs. Ctrl-C ends everything.',
    `Prometheus      ${prometheus}`,
    ...(store === undefined ? [] : [`log store       ${store}`]),
    ...exporters.map(
      ({ plan, address }) =>
        `exporter        http://${address}/metrics  (${plan.role}: ${plan.name})`,
    ),
  ].join('\n');

const screen = createScreen(process.stdout);
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
