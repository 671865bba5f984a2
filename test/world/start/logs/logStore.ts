import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRsyslog } from '../../../servers/rsyslog/index.js';
import {
  mustRequestStore,
  requestStore,
  type StoreAddress,
} from '../../../servers/stores/request.js';
import { startStore, type StoreServer } from '../../../servers/stores/server.js';
import { shippedTemplate } from '../../logs/load/shipped.js';
import type { LogTruth } from '../../logs/index.js';
import { rsyslogConfig, servePods, writePodFiles } from '../../logs/shipping/index.js';
import type { SiteLogs } from '../site.js';
import { keepEvents } from './keepEvents.js';

/** The log store of `npm start`, into which the pods' lines come as they are written. */
export interface RunningLogStore {
  readonly store: StoreServer;
  /** The index pattern to read. */
  readonly index: string;
  /** The index of Kubernetes events; undefined where nothing has happened yet. */
  readonly eventsIndex: string | undefined;
}

/** What `npm start` brings up: the one that is free software. */
export const LOG_STORE = 'opensearch-2.19';

const INDEX_PREFIX = 'logstash';

/** How often new lines are written, milliseconds. */
const TICK_MS = 1000;

export interface LogStoreOptions {
  /** A store that is being started and ended by somebody else; left out, one is started here. */
  readonly store?: Promise<StoreServer> | undefined;
  /** Takes how far the lines of the past have got. */
  readonly note?: ((text: string) => void) | undefined;
}

async function startOwn(ends: (() => Promise<void>)[]): Promise<StoreServer> {
  const store = await startStore(LOG_STORE);
  ends.push(() => store.stop());
  return store;
}

/**
 * A real store, the pods' log files, and a real shipper between them. Each part puts its end on the list as soon as
 * it runs.
 */
export async function startLogStore(
  site: SiteLogs,
  folder: string,
  ends: (() => Promise<void>)[],
  { store: starting, note = () => undefined }: LogStoreOptions = {},
): Promise<RunningLogStore> {
  const store = await (starting ?? startOwn(ends));
  await mustRequestStore(
    store.address,
    'PUT',
    '/_index_template/gpuscope-logs',
    await shippedTemplate(LOG_STORE),
  );
  const events = await keepEvents(site, store.address);
  ends.push(events.stop);
  const pods = await servePods((namespace, name) => site.log.pod(namespace, name));
  ends.push(() => pods.stop());
  const containers = join(folder, 'containers');
  const { written, stop } = await keepWriting(site, containers);
  ends.push(stop);
  const config = rsyslogConfig({
    containers,
    folder: join(folder, 'rsyslog'),
    kubernetesUrl: pods.url,
    storeUrl: store.url,
    indexPrefix: INDEX_PREFIX,
  });
  const rsyslog = await startRsyslog(config, join(folder, 'rsyslog'));
  ends.push(() => rsyslog.stop());
  await arrived(store.address, written, note);
  return { store, index: `${INDEX_PREFIX}-*`, eventsIndex: events.index };
}

/** So much of the past is written at once. */
const PIECE_MS = 2 * 3_600_000;

/** Writes what was logged so far, and from then on what is. @returns how many lines there are already, and its end */
async function keepWriting(
  site: SiteLogs,
  dir: string,
): Promise<{ readonly written: number; readonly stop: () => Promise<void> }> {
  const write = (untilMs = site.siteMs()): Promise<number> =>
    writePodFiles(dir, here(site, site.log.until(untilMs)));
  let written = 0;
  // In pieces, so that others get a turn.
  for (let ms = site.fromMs; ms < site.siteMs(); ms += PIECE_MS) written += await write(ms);
  written += await write();
  let writing: Promise<unknown> = Promise.resolve();
  const clock = setInterval(() => {
    writing = writing.then(() => write());
  }, TICK_MS);
  const stop = async (): Promise<void> => {
    clearInterval(clock);
    await writing;
  };
  return { written, stop };
}

/** So long no more lines of the past may have come before they are not waited for any longer. */
const STANDSTILL_MS = 120_000;

/** Waits until the store holds that many lines, or until it gets no more of them; what is missing comes later. */
async function arrived(
  address: StoreAddress,
  lines: number,
  note: (text: string) => void,
): Promise<void> {
  let most = 0;
  let grewMs = performance.now();
  while (performance.now() - grewMs < STANDSTILL_MS) {
    const { body } = await requestStore(address, 'GET', `/${INDEX_PREFIX}-*/_count`);
    const { count = 0 } = body as { readonly count?: number };
    if (count >= lines) return;
    if (count > most) [most, grewMs] = [count, performance.now()];
    note(`${count.toLocaleString('en')} of ${lines.toLocaleString('en')} lines are in the store`);
    await sleep(500);
  }
}

/** Lines with the times that our clocks show. */
function* here(site: SiteLogs, truths: Iterable<LogTruth>): Generator<LogTruth> {
  for (const truth of truths) {
    const ms = Number(truth.timeNs / 1_000_000n);
    const restNs = truth.timeNs % 1_000_000n;
    yield { ...truth, timeNs: BigInt(Math.floor(site.ourMs(ms))) * 1_000_000n + restNs };
  }
}
