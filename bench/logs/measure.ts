import { performance } from 'node:perf_hooks';
import type { Backend, BenchQuestion } from './ours.js';

interface Answer {
  readonly hits: { readonly hits: readonly unknown[] };
}

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** Bytes of our frames against those of the store's full answer: whole records. */
export async function measureBytes(
  backend: Backend,
  question: BenchQuestion,
  limits: readonly number[],
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const limit of limits) {
    const { bytes, lines } = await backend.ours(question, limit);
    const search = backend.lastSearch();
    const full = await backend.raw({ ...search, body: { ...search.body, _source: true } });
    const found = (JSON.parse(full.toString()) as Answer).hits.hits.length;
    if (found !== lines) throw new Error(`the store answers ${found} lines, we ${lines}`);
    rows.push({
      limit,
      lines,
      'full answer, kB': round(full.length / 1000, 0),
      'frames, kB': round(bytes / 1000, 0),
      'frames ÷ full answer': round(bytes / full.length),
    });
  }
  return rows;
}

interface Rounds {
  readonly limits: readonly number[];
  readonly users: readonly number[];
  readonly rounds: number;
}

/** Time until the last of so many users has an answer: ours against the same fields as the store sends them. */
export async function measureTimes(
  backend: Backend,
  question: BenchQuestion,
  { limits, users, rounds }: Rounds,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const limit of limits) {
    await backend.ours(question, limit);
    const search = backend.lastSearch();
    for (const count of users) {
      const ours: number[] = [];
      const raw: number[] = [];
      // By turns, so that whatever else the machine does hits both.
      for (let at = 0; at <= Math.ceil(rounds / Math.sqrt(count)); at += 1) {
        const their = await timed(count, () => backend.raw(search));
        const our = await timed(count, () => backend.ours(question, limit));
        if (at === 0) continue;
        raw.push(their);
        ours.push(our);
      }
      rows.push({
        limit,
        users: count,
        raw: round(median(raw), 1),
        ours: round(median(ours), 1),
        'ours ÷ raw': round(median(ours) / median(raw)),
      });
    }
  }
  return rows;
}

async function timed(count: number, ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, ask));
  return performance.now() - start;
}
