import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Scrape } from '../../test/exporter/support/scrape.js';
import { scrape } from '../../test/exporter/support/scrape.js';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of processor time that a process has had. */
function cpuSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function residentMiB(pid: number): number {
  const [, kib = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

export interface Cost {
  readonly cpuSecondsPerMinute: number;
  readonly residentMiB: number;
}

export interface Watched {
  /** By the names that the processes were given. */
  readonly costs: Readonly<Record<string, Cost>>;
  /** Medians, milliseconds. */
  readonly lookMs: number;
  readonly cycleMs: number;
  readonly series: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const sourceMs = ({ samples }: Scrape): number =>
  1000 *
  (samples.find(({ name }) => name === 'gpuscope_exporter_source_duration_seconds')?.value ?? NaN);

/** Watches processes for so long, with a scrape an interval as Prometheus does. */
export async function watchCost(
  url: string,
  pids: Readonly<Record<string, number>>,
  seconds: number,
  intervalSeconds: number,
): Promise<Watched> {
  const all = Object.entries(pids);
  const before = all.map(([, pid]) => cpuSeconds(pid));
  const startMs = performance.now();
  const scrapes: Scrape[] = [];
  while ((performance.now() - startMs) / 1000 < seconds) {
    await sleep(intervalSeconds * 1000);
    scrapes.push(await scrape(url));
  }
  const minutes = (performance.now() - startMs) / 60_000;
  const costs = all.map(([name, pid], index): [string, Cost] => [
    name,
    {
      cpuSecondsPerMinute: (cpuSeconds(pid) - (before[index] ?? 0)) / minutes,
      residentMiB: residentMiB(pid),
    },
  ]);
  const cycle = 'gpuscope_exporter_cycle_duration_seconds';
  return {
    costs: Object.fromEntries(costs),
    lookMs: median(scrapes.map(sourceMs)),
    cycleMs: median(scrapes.map(({ value }) => 1000 * (value(cycle) ?? NaN))),
    series: scrapes.at(-1)?.value('gpuscope_exporter_series') ?? NaN,
  };
}
