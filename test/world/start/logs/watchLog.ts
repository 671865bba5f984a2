import { siteText, createAsker, type Asker } from '../../logs/asking/index.js';
import type { SiteLogs } from '../site.js';
import { logText } from './panel.js';
import { LOG_STORE, type RunningLogStore } from './logStore.js';

/** Answers what the terminal shows of an app's log now. */
export interface LogWatch {
  text(app: string): Promise<string>;
  close(): Promise<void>;
}

const MINUTE = 60_000;

/** So much of the past is shown. */
const SHOWN_MS = 60 * MINUTE;

const SHOWN_LINES = 8;

/** Reads the store as Grafana will: through the log data source's backend. */
export async function watchLog(
  site: SiteLogs,
  { store, index }: RunningLogStore,
  prometheusUrl: string,
  folder: string,
): Promise<LogWatch> {
  const { cluster, identity } = site;
  const target = { kind: LOG_STORE, url: store.url } as const;
  const config = siteText({ cluster, store: target, index, identity, prometheusUrl });
  const asker = await createAsker({ folder, config });
  return {
    text: (app) => textOf(asker, app).catch((error: unknown) => notYet(app, error)),
    close: () => asker.close(),
  };
}

async function textOf(asker: Asker, app: string): Promise<string> {
  const toMs = Math.ceil(Date.now() / MINUTE) * MINUTE;
  const range = { fromMs: toMs - SHOWN_MS, toMs };
  const selection = { apps: [app] };
  const [lines, volume] = await Promise.all([
    asker.query({ show: 'lines', selection, limit: SHOWN_LINES }, range),
    asker.query({ show: 'volume', selection, intervalMs: MINUTE }, range),
  ]);
  return logText({ app, lines, volume });
}

/** While the first lines are on their way the store may know no index yet. */
const notYet = (app: string, error: unknown): string =>
  `LOG of ${app}: ${error instanceof Error ? error.message : String(error)}`;
