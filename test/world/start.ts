import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../servers/index.js';
import { bringSite, type BroughtSite } from './start/bringSite.js';
import { openBrowser } from './start/openBrowser.js';
import { readOptions, USAGE, type StartOptions } from './start/options.js';
import { createParts, reasonOf } from './start/parts.js';
import { createScreen, type Screen } from './start/screen.js';
import { showSite } from './start/showSite.js';
import { chooseViewer } from './start/viewer/choose.js';
import type { ReadySite, Viewer } from './start/viewer/viewer.js';

type Ends = (() => Promise<void>)[];

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    screen.line(USAGE);
    return 0;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
      screen.line('\nEnding …');
    });
  const ends: Ends = [];
  const running = run(options, screen, stop.signal, ends);
  try {
    await Promise.race([running, once(stop.signal, 'abort')]);
  } finally {
    // What is half started when all is to end fails; that is no news.
    running.catch(() => undefined);
    await endAll(ends);
  }
  screen.line('Ended; nothing is left running.');
  return 0;
}

/** The last first; what is still being started meanwhile puts its end on the list, too. */
async function endAll(ends: Ends): Promise<void> {
  for (let end = ends.pop(); end !== undefined; end = ends.pop())
    await end().catch((error: unknown) => screen.line(`  while ending: ${reasonOf(error)}`));
}

/** So long a page that is open may take to hear that there will be nothing to see. */
const FAREWELL_MS = 2500;

/** Starts the parts; each puts its end on the list as soon as it runs. */
async function run(
  options: StartOptions,
  screen: Screen,
  stop: AbortSignal,
  ends: Ends,
): Promise<void> {
  const folder = await temporaryFolder('start');
  ends.push(() => folder.remove());
  const { line } = screen;
  const viewer = await chooseViewer({ options, folder: folder.path, line, env: process.env });
  if (viewer !== undefined) ends.push(() => viewer.stop());
  const opening = options.open ? openBrowser : () => false;
  const announced = announce(viewer, line, opening);
  const parts = createParts({ tell: viewer?.tell ?? (() => undefined), line });
  try {
    const isViewed = viewer !== undefined;
    const site = await bringSite({ options, parts, folder: folder.path, ends, isViewed });
    await viewer?.show(readySite(site, options));
    if (!announced) announce(viewer, line, opening);
    await showSite({ site, options, screen, viewer, stop });
  } catch (error) {
    if (viewer === undefined || stop.aborted) throw error;
    viewer.fail(reasonOf(error));
    await sleep(FAREWELL_MS);
    throw error;
  }
}

/** Says where to look as soon as it is known: the preview's page shows how far the site is. @returns whether it is */
function announce(
  viewer: Viewer | undefined,
  line: (text: string) => void,
  open: (url: string) => boolean,
): boolean {
  const url = viewer?.url();
  if (viewer === undefined || url === undefined) return false;
  line(`\n  ${viewer.name}  ${url}\n`);
  if (open(url)) line('  It opens in your browser.');
  return true;
}

const readySite = (
  { exporters, prometheus, logs }: BroughtSite,
  { dcgm }: StartOptions,
): ReadySite => ({
  simulated: dcgm === undefined,
  prometheus: prometheus.url,
  exporters: exporters.map(({ address }) => `http://${address}/metrics`),
  ...(logs !== undefined && { logs: logs.ready }),
});

const screen = createScreen(process.stdout);
// Ended by name: what was half started may still hold a timer or a socket.
process.exit(
  await main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    return 1;
  }),
);
