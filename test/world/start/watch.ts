import { setTimeout as sleep } from 'node:timers/promises';
import type { PrometheusServer } from '../../servers/index.js';
import { QUERIES, rowsOf, type Answers, type Row } from './rows.js';

const EVERY_MS = 2000;

/** How long the first rows may take: a few cycles and scrapes. */
const FIRST_ROWS_MS = 60_000;

/** Asks Prometheus every two seconds until told to stop; `show` gets the rows and answers whether to go on. */
export async function watchRows(
  prometheus: Pick<PrometheusServer, 'query'>,
  show: (rows: readonly Row[]) => Promise<boolean>,
  stop: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + FIRST_ROWS_MS;
  let seen = false;
  while (!stop.aborted) {
    const rows = rowsOf(await ask(prometheus));
    seen ||= rows.length > 0;
    if (!seen && Date.now() > deadline) throw new Error(NOTHING);
    if (seen && !(await show(rows))) return;
    await sleep(EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

const NOTHING =
  'no GPU has shown up in Prometheus within a minute: is the address a dcgm-exporter, and does it list a GPU?';

async function ask(prometheus: Pick<PrometheusServer, 'query'>): Promise<Answers> {
  const [held, used, memory, watts, free] = await Promise.all([
    prometheus.query(QUERIES.held),
    prometheus.query(QUERIES.used),
    prometheus.query(QUERIES.memory),
    prometheus.query(QUERIES.watts),
    prometheus.query(QUERIES.free),
  ]);
  return { held, used, memory, watts, free };
}
