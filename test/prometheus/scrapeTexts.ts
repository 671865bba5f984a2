import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPrometheus, type InstantSample } from '../servers/index.js';

export interface ScrapedText {
  readonly text: string;
  readonly contentType: string;
}

/** What Prometheus made of one text. */
export interface ScrapeVerdict {
  readonly accepted: boolean;
  /** Its words where it refused. */
  readonly error: string;
  /** Its series, without the labels of the target. */
  readonly series: readonly InstantSample[];
}

export interface ScrapeResult {
  /** For example `2.42.0+ds`. */
  readonly version: string;
  /** One for each text, in their order. */
  readonly verdicts: readonly ScrapeVerdict[];
}

interface Target {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: 'up' | 'down' | 'unknown';
  readonly lastError: string;
}

/** The label that tells the texts apart; no text may use it. */
const CASE = 'scraped_case';
const OF_TARGET = [CASE, 'job', 'instance'];
const OF_SCRAPE = /^(up|scrape_.*)$/;

/** Serves each text as a target of its own and lets a real Prometheus scrape them all. */
export async function scrapeTexts(texts: readonly ScrapedText[]): Promise<ScrapeResult> {
  const server = await serve(texts);
  try {
    const { port } = server.address() as AddressInfo;
    return await scrape(`127.0.0.1:${String(port)}`, texts.length);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function serve(texts: readonly ScrapedText[]): Promise<Server> {
  const server = createServer((request, response) => {
    const text = texts[Number(request.url?.slice(1))];
    response.setHeader('content-type', text?.contentType ?? 'text/plain');
    response.end(text?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function scrape(address: string, count: number): Promise<ScrapeResult> {
  const prometheus = await startPrometheus({
    config: {
      scrape_configs: [
        {
          job_name: 'texts',
          scrape_interval: '2s',
          scrape_timeout: '2s',
          static_configs: Array.from({ length: count }, (_, at) => ({
            targets: [address],
            labels: { __metrics_path__: `/${String(at)}`, [CASE]: String(at) },
          })),
        },
      ],
    },
  });
  try {
    const targets = await until(async () => {
      const { activeTargets } = (await prometheus.api('targets')) as { activeTargets: Target[] };
      const judged = activeTargets.filter(isJudged);
      // A scrape tells its verdict a moment before its samples can be asked for, and `up` comes with them.
      const kept = await prometheus.query(`up{${CASE}=~".+"}`);
      return judged.length === count && kept.length === count ? judged : undefined;
    });
    const { version } = (await prometheus.api('status/buildinfo')) as { version: string };
    const series = await prometheus.query(`{${CASE}=~".+"}`);
    return { version, verdicts: verdictsOf(targets, series) };
  } finally {
    await prometheus.stop();
  }
}

/** Whether the text was read: on a busy machine a scrape may run out of time, and the next one does not. */
const isJudged = ({ health, lastError }: Target): boolean =>
  health !== 'unknown' && !lastError.includes('deadline exceeded');

const PATIENCE_MS = 150_000;

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const found = await ask();
    if (found !== undefined) return found;
    await sleep(200);
  }
  throw new Error(`Prometheus did not scrape every text within ${String(PATIENCE_MS / 1000)} s`);
}

function verdictsOf(
  targets: readonly Target[],
  series: readonly InstantSample[],
): readonly ScrapeVerdict[] {
  const verdicts: ScrapeVerdict[] = [];
  for (const { labels, health, lastError } of targets) {
    const own = series.filter(
      (sample) =>
        sample.labels[CASE] === labels[CASE] && !OF_SCRAPE.test(sample.labels.__name__ ?? ''),
    );
    verdicts[Number(labels[CASE])] = {
      accepted: health === 'up',
      error: lastError,
      series: own.map((sample) => ({ ...sample, labels: withoutTarget(sample.labels) })),
    };
  }
  return verdicts;
}

const withoutTarget = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !OF_TARGET.includes(name)));
