import { join } from 'node:path';
import type { StoreServer } from '../../../servers/stores/server.js';
import type { StartOptions } from '../options.js';
import { reasonOf } from '../parts.js';
import type { SiteLogs } from '../site.js';
import type { ReadyLogs } from '../viewer/viewer.js';
import { LOG_STORE, startLogStore } from './logStore.js';
import { watchLog } from './watchLog.js';

export interface StartLogs {
  readonly options: Pick<StartOptions, 'logs'>;
  readonly folder: string;
  readonly prometheus: { readonly url: string };
  readonly line: (text: string) => void;
  readonly ends: (() => Promise<void>)[];
  /** A store that is being started; left out, one is. */
  readonly store?: Promise<StoreServer>;
  /** Takes how far the lines of the past have got. */
  readonly note?: (text: string) => void;
}

export interface RunningLogs {
  /** The store's address. */
  readonly url: string;
  /** What a viewer must know of it. */
  readonly ready: ReadyLogs;
  /** What the terminal shows of an app's log. */
  readonly text: (app: string) => Promise<string>;
}

/**
 * The log part of `npm start`. Undefined without one: it is not wanted, the site has no logs, or this machine can't
 * have a store, which is said and ends nothing.
 */
export async function startLogs(
  site: SiteLogs | undefined,
  start: StartLogs,
): Promise<RunningLogs | undefined> {
  const { options, line } = start;
  if (!options.logs || site === undefined) return undefined;
  line('Starting a log store and a shipper …');
  try {
    return await bringLogs(site, start);
  } catch (error) {
    line(`Goes on without logs (--no-logs leaves them out): ${reasonOf(error)}`);
    return undefined;
  }
}

/** A log store with the site's lines in it, and what asks it. @throws {Error} where this machine can't have one */
export async function bringLogs(
  site: SiteLogs,
  { folder, prometheus, ends, store, note }: Omit<StartLogs, 'options' | 'line'>,
): Promise<RunningLogs> {
  const running = await startLogStore(site, join(folder, 'logs'), ends, { store, note });
  const backend = join(folder, 'backend');
  const watch = await watchLog(site, running, prometheus.url, backend);
  ends.push(() => watch.close());
  return {
    url: running.store.url,
    ready: {
      store: running.store.url,
      product: LOG_STORE.startsWith('opensearch') ? 'opensearch' : 'elasticsearch',
      cluster: site.cluster,
      index: running.index,
      configFile: join(backend, 'gpuscope.yaml'),
      ...(running.eventsIndex !== undefined && { eventsIndex: running.eventsIndex }),
    },
    text: (app) => watch.text(app),
  };
}
