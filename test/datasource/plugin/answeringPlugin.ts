import { setTimeout as sleep } from 'node:timers/promises';
import { GpuscopeError, type ErrorCode } from '@gpuscope/aggregation';
import type {
  Plugin,
  PluginContext,
  PluginQuery,
  QueryResult,
  ResourceResponse,
} from '@gpuscope/datasource/backend';
import { edges, everyType, jsonTable, linesOf } from './tables.js';

/** What a query of the tests can ask for. */
export interface Order {
  readonly waitMs?: number;
  readonly fail?: ErrorCode | 'unforeseen';
  readonly refuse?: true;
  readonly forget?: true;
  readonly lines?: number;
  readonly width?: number;
  readonly everyType?: true;
  /** Numbers that JSON can't say, and tables without what tables usually have. */
  readonly edges?: true;
  /** An error that nobody waits for: of a promise, or thrown from a timer. */
  readonly stray?: 'rejection' | 'exception';
}

/** Who is told to wait so long says so. */
const LONG_MS = 60_000;

/** A plugin that does what it is told. */
export function createAnsweringPlugin(): Plugin {
  const counts = { answered: 0, cancelled: 0 };
  let release = (): void => undefined;
  const waitFor = async (ms: number, signal: AbortSignal): Promise<void> => {
    if (ms >= LONG_MS) console.log('waits long');
    try {
      await sleep(ms, undefined, { signal });
      counts.answered += 1;
    } catch {
      counts.cancelled += 1;
      console.log('nobody waits any more');
      throw new GpuscopeError('CANCELLED', 'nobody waits any more');
    }
  };
  return {
    async query(context, queries, headers, signal) {
      const results = new Map<string, QueryResult>();
      for (const query of queries) {
        const order = query.json as Order;
        if (order.stray !== undefined) goAstray(order.stray);
        if (order.waitMs !== undefined) await waitFor(order.waitMs, signal);
        failAs(order.fail);
        if (order.forget !== true) results.set(query.refId, answer(order, query, context, headers));
      }
      return results;
    },
    checkHealth: async (context, headers, signal) => {
      failAs(headers['fail'] as ErrorCode | undefined);
      if (headers['waitMs'] !== undefined) await waitFor(Number(headers['waitMs']), signal);
      console.log('written to the console');
      const message = `asked by ${context.user?.login ?? 'nobody'}`;
      return { status: 'error', message, details: { verboseMessage: 'more', count: 12n } };
    },
    callResource: (_context, request, signal) => {
      if (request.path === 'fail') failAs('ACCESS_DENIED');
      if (request.path === 'release') release();
      if (request.path === 'held') return held(new Promise((resolve) => (release = resolve)));
      return request.path === 'parts' ? parts(signal) : Promise.resolve(echo(request));
    },
    collectMetrics: () =>
      Promise.resolve(`answered ${counts.answered}\ncancelled ${counts.cancelled}\n`),
    subscribeStream: (_context, { path, data }) =>
      Promise.resolve({ status: path === 'ticks' ? 'ok' : 'denied', data: { got: data ?? null } }),
    async *runStream(_context, { path }, signal) {
      for (let tick = 0; !signal.aborted && (path === 'ticks' || tick < 2); tick += 1) {
        yield linesOf(tick + 1, 10);
        await sleep(20);
      }
      counts.answered += 1;
    },
  };
}

function goAstray(how: 'rejection' | 'exception'): void {
  if (how === 'rejection') void Promise.reject(new Error('gone astray'));
  else
    setTimeout(() => {
      throw new Error('thrown at nobody');
    });
}

function failAs(fail: Order['fail']): void {
  if (fail === 'unforeseen') throw new Error('a secret that nobody may see');
  if (fail !== undefined) throw new GpuscopeError(fail, 'as told');
}

function answer(
  order: Order,
  query: PluginQuery,
  context: PluginContext,
  headers: unknown,
): QueryResult {
  if (order.refuse === true)
    return { error: { message: 'refused', status: 403, source: 'downstream' } };
  if (order.edges === true) return { tables: edges() };
  if (order.everyType === true) return { tables: [everyType()] };
  if (order.lines !== undefined) return { tables: [linesOf(order.lines, order.width ?? 100)] };
  return { tables: [jsonTable({ query, context, headers })] };
}

const echo = (request: { readonly body: Uint8Array }): ResourceResponse => ({
  status: 418,
  headers: { 'Content-Type': ['application/json'], 'X-Several': ['one', 'two'] },
  body: Buffer.from(
    JSON.stringify({ ...request, body: Buffer.from(request.body).toString('utf8') }),
  ),
});

/** The last part comes when it is released. */
async function* held(released: Promise<void>): AsyncGenerator<ResourceResponse> {
  yield { status: 200, headers: { 'Content-Type': ['text/plain'] }, body: Buffer.from('one ') };
  await released;
  yield { status: 0, headers: {}, body: Buffer.from('two') };
}

async function* parts(signal: AbortSignal): AsyncGenerator<ResourceResponse> {
  yield { status: 200, headers: { 'Content-Type': ['text/plain'] }, body: Buffer.from('one ') };
  await sleep(10, undefined, { signal });
  yield { status: 0, headers: {}, body: Buffer.from('two') };
}
