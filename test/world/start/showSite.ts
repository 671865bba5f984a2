import type { BroughtSite } from './bringSite.js';
import type { StartOptions } from './options.js';
import { busiestApp, type Row } from './rows.js';
import type { Screen } from './screen.js';
import { showingText } from './showing.js';
import type { Viewer } from './viewer/viewer.js';
import { watchRows } from './watch.js';

export interface ShowingSite {
  readonly site: BroughtSite;
  readonly options: Pick<StartOptions, 'app' | 'once'>;
  readonly screen: Screen;
  readonly viewer: Viewer | undefined;
  readonly stop: AbortSignal;
}

/** Shows who holds and uses what in the terminal, until told to stop. */
export async function showSite(showing: ShowingSite): Promise<void> {
  const { site, options, screen, viewer, stop } = showing;
  let shown = 0;
  const showRows = async (rows: readonly Row[]): Promise<boolean> => {
    // Where each text stays, as in a file, one beside a page says enough.
    if (shown === 0 || viewer === undefined || screen.isTerminal)
      screen.show(await (viewer === undefined ? wholeText : shortText)(showing, rows));
    shown += 1;
    return !options.once;
  };
  await watchRows(site.prometheus, showRows, stop);
}

/** The whole table and a log, where nobody looks at a page. */
async function wholeText({ site, options }: ShowingSite, rows: readonly Row[]): Promise<string> {
  const { title, logs, exporters } = site;
  const log = (await logs?.text(options.app ?? busiestApp(rows))) ?? '';
  const footer = [
    ...(log === '' ? [] : [log, '']),
    ...addresses(site),
    ...exporters.map(
      ({ plan, address }) =>
        `exporter        http://${address}/metrics  (${plan.role}: ${plan.name})`,
    ),
  ];
  return showingText({ title, rows, room: Infinity, footer });
}

/** Lines that are no rows of the table. */
const AROUND = 12;

/** What fits on a terminal beside the page, which shows the rest. */
function shortText({ site, screen, viewer }: ShowingSite, rows: readonly Row[]): Promise<string> {
  const room = Math.max(4, screen.rows() - AROUND);
  const footer = [...addresses(site), `${viewer?.name ?? ''}         ${viewer?.url() ?? ''}`];
  return Promise.resolve(showingText({ title: site.title, rows, room, footer }));
}

const addresses = ({ prometheus, logs }: BroughtSite): readonly string[] => [
  'HELD and USED are in GPUs. Ctrl-C ends everything.',
  `Prometheus      ${prometheus.url}`,
  ...(logs === undefined ? [] : [`log store       ${logs.url}`]),
];
