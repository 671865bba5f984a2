import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { parseExposition, type Sample } from '@gpuscope/aggregation';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** From the request to the last byte. */
  readonly ms: number;
}

/** Fetches a page over a connection of its own, unpacking what came packed. */
export function fetchPage(url: string, headers: Record<string, string> = {}): Promise<Page> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: false }, (response) => {
      buffer(response).then((body) => {
        const packed = response.headers['content-encoding'] === 'gzip';
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: (packed ? gunzipSync(body) : body).toString(),
          ms: performance.now() - began,
        });
      }, reject);
    }).on('error', reject);
  });
}

/** A page of metrics, by name. */
export interface Scrape {
  readonly page: Page;
  readonly samples: readonly Sample[];
  /** The value of the first sample of this name whose labels hold these; undefined where there is none. */
  readonly value: (name: string, labels?: Readonly<Record<string, string>>) => number | undefined;
}

/** Scrapes; throws when the page is not wholly legible. */
export async function scrape(url: string, headers: Record<string, string> = {}): Promise<Scrape> {
  const page = await fetchPage(`${url}/metrics`, headers);
  const { samples, problems } = parseExposition(page.text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
  return {
    page,
    samples,
    value: (name, labels = {}) =>
      samples.find(
        (sample) =>
          sample.name === name &&
          Object.entries(labels).every(([key, text]) => sample.labels.get(key) === text),
      )?.value,
  };
}

const PATIENCE_MS = 40_000;

/** Scrapes until a condition holds, with patience: the machine may be busy. Fails with the words. */
export async function until(
  url: string,
  what: string,
  holds: (seen: Scrape) => boolean | Promise<boolean>,
): Promise<Scrape> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await scrape(url);
    if (await holds(seen)) return seen;
    if (performance.now() > deadline) throw new Error(`never: ${what}\n${seen.page.text}`);
    await sleep(50);
  }
}
