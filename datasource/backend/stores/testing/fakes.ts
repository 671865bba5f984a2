import { Readable } from 'node:stream';
import type { JsonValue } from '@gpuscope/aggregation/logs';
import type { Ask } from '../asks.js';
import type { Asking } from '../errors/asking.js';
import type { Exchange, ExchangeRequest, Reply } from '../exchange.js';
import type { Wire, WireRequest } from '../wire/wire.js';

export const asking: Omit<Asking, 'what'> = {
  store: 'http://store.example:9200',
  auth: 'none',
  secrets: [],
};

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;

/** An error as the clients throw them. */
export const clientError = (message: string, name = 'ConnectionError'): Error =>
  Object.assign(new Error(message), { name });

export interface Scripted {
  readonly status?: number;
  readonly body?: unknown;
}

/** What a wire answers: an answer, an error to throw, or nothing until the signal is aborted. */
export type Script = Scripted | Error | 'silence';

/** A node that answers by script, the last line of which is repeated, and notes what it was asked. */
export function fakeWire(node: string, script: readonly Script[]) {
  const asked: WireRequest[] = [];
  let isClosed = false;
  const wire: Wire = {
    node,
    send: (request, signal) => {
      const line = script[Math.min(asked.length, script.length - 1)] ?? {};
      asked.push(request);
      if (line instanceof Error) return Promise.reject(line);
      if (line === 'silence') return silence(signal);
      const text = typeof line.body === 'string' ? line.body : JSON.stringify(line.body ?? {});
      return Promise.resolve({
        status: line.status ?? 200,
        headers: {},
        body: Readable.from([Buffer.from(text)]),
      });
    },
    close: () => {
      isClosed = true;
      return Promise.resolve();
    },
  };
  return { wire, asked, isClosed: () => isClosed };
}

const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(clientError('aborted', 'RequestAbortedError')));
  });

export const replyOf = (body: unknown, status = 200): Reply & { readonly body: JsonValue } => ({
  status,
  headers: {},
  body: JSON.parse(JSON.stringify(body)) as JsonValue,
  sentMs: 0,
  receivedMs: 0,
});

/** An exchange, and the ways to ask it, that answer by a function and note what they were asked. */
export function fakeAsk(answer: (request: ExchangeRequest, at: number) => Scripted | Error) {
  const asked: ExchangeRequest[] = [];
  const take = (request: ExchangeRequest) => {
    const said = answer(request, asked.length);
    asked.push(request);
    if (said instanceof Error) return Promise.reject(said);
    return Promise.resolve(replyOf(said.body ?? {}, said.status));
  };
  const ask: Ask = {
    reply: take,
    must: take,
    search: take,
    quietly: async (request) => void (await take(request)),
  };
  const exchange: Exchange = { ask: take, must: take, close: () => Promise.resolve() };
  return { ask, exchange, asked };
}
