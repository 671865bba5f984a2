import { join } from 'node:path';
import type { StartOptions } from '../options.js';
import type { SiteLogs } from '../site.js';
import { startLogStore } from './logStore.js';
import { watchLog } from './watchLog.js';

export interface StartLogs {
  readonly options: Pick<StartOptions, 'logs'>;
  readonly folder: string;
  readonly prometheus: { readonly url: string };
  readonly line: (text: string) => void;
  readonly ends: (() => Promise<void>)[];
}

export interface RunningLogs {
  /** The store's address. */
  readonly url: string;
  /** What the terminal shows of an app's log. */
  readonly text: (app: string) => Promise<string>;
}

/**
 * The log part of `npm start`. Undefined without one: it is not wanted, the site has no logs, or this machine can't
 * have a store, which is said and ends nothing.
 */
export async function startLogs(
  site: SiteLogs | undefined,
  { options, folder, prometheus, line, ends }: StartLogs,
): Promise<RunningLogs | undefined> {
  if (!options.logs || site === undefined) return undefined;
  line('Starting a log store and a shipper …');
  try {
    const running = await startLogStore(site, join(folder, 'logs'), ends);
    const watch = await watchLog(site, running, prometheus.url, join(folder, 'backend'));
    ends.push(() => watch.close());
    return { url: running.store.url, text: (app) => watch.text(app) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    line(`Goes on without logs (--no-logs leaves them out): ${why}`);
    return undefined;
  }
}
