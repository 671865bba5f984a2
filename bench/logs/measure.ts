import { performance } from 'node:perf_hooks';
import type { Backend, BenchQuestion } from './ours.js';

interface Answer {
  readonly hits: { readonly hits: readonly unknown[] };
}

const parse = (answer: Buffer): Answer => JSON.parse(answer.toString()) as Answer;

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
    const found = parse(full).hits.hits.length;
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

/** So many lines are asked for by each measurement, rounds and users together; at least one round is run. */
const LINES = 100_000;

/** Time until the last of so many users has an answer: ours against the same fields as the store sends them. */
export async function* measureTimes(
  backend: Backend,
  question: BenchQuestion,
  { limits, users, rounds }: Rounds,
): AsyncGenerator<unknown> {
  for (const limit of limits) {
    await backend.ours(question, limit);
    const search = backend.lastSearch();
    await backend.raw(search);
    for (const count of users) {
      const most = Math.max(1, Math.min(rounds, Math.floor(LINES / limit / count)));
      const ours: number[] = [];
      const raw: number[] = [];
      const parsed: number[] = [];
      // By turns, so that whatever else the machine does hits both.
      for (let at = 0; at < most; at += 1) {
        raw.push(await timed(count, () => backend.raw(search)));
        parsed.push(await timed(count, async () => parse(await backend.raw(search))));
        ours.push(await timed(count, () => backend.ours(question, limit)));
      }
      yield {
        limit,
        users: count,
        rounds: most,
        raw: round(median(raw), 1),
        ours: round(median(ours), 1),
        'ours ÷ raw': round(median(ours) / median(raw)),
        // What anybody has to do who looks into the answer.
        'ours ÷ raw and parsed': round(median(ours) / median(parsed)),
      };
    }
  }
}

async function timed(count: number, ask: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, ask));
  return performance.now() - start;
}
