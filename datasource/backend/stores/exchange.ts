import type { Said } from '@gpuscope/aggregation';
import type { IncomingHttpHeaders } from 'node:http';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { JsonValue } from '@gpuscope/aggregation/logs';
import type { Asking } from './errors/asking.js';
import { connectionError, hasBroken, wasNeverSent } from './errors/connection.js';
import { refusalError } from './errors/refusal.js';
import { takeTurns, type Nodes } from './nodes.js';
import type { StoreOptions } from './options.js';
import { readBody } from './wire/body.js';
import { parseJson } from './wire/json.js';
import type { Wire, WireRequest } from './wire/wire.js';

export interface ExchangeRequest extends WireRequest {
  /** What is asked for, for messages: `searching ks-logstash-log-*`. */
  readonly what: string | Said;
  /** Asked again, it gives the same answer; scrolling on does not. */
  readonly isRepeatable: boolean;
  /** The longest it may take in ms; left out, the store's time-out. */
  readonly timeoutMs?: number;
}

/** A whole answer; `body` is undefined where it is no JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: JsonValue | undefined;
  /** When the request went out and its answer had come. */
  readonly sentMs: number;
  readonly receivedMs: number;
}

/** Requests to a store of one or more nodes. */
export interface Exchange {
  /** Any status is a reply. Throws STORE_… without one, and CANCELLED. */
  ask(request: ExchangeRequest, signal: AbortSignal): Promise<Reply>;
  /** As `ask`, for what has to succeed: throws also for a refusal and for an answer that is no JSON. */
  must(
    request: ExchangeRequest,
    signal: AbortSignal,
  ): Promise<Reply & { readonly body: JsonValue }>;
  close(): Promise<void>;
}

/** A connection that broke this soon was dead before the store saw the request. */
const staleMs = 1_000;

/**
 * Asks the nodes in turn, each once at most: the next one only when the last certainly did nothing with the request.
 */
export function createExchange(
  wires: readonly Wire[],
  options: StoreOptions,
  asking: Omit<Asking, 'what'>,
): Exchange {
  const nodes = takeTurns(wires, options.restMs, options.now);
  const ask = (request: ExchangeRequest, signal: AbortSignal): Promise<Reply> =>
    askInTurn(nodes, request, signal, options, { ...asking, what: request.what });
  return {
    ask,
    must: async (request, signal) => {
      const reply = await ask(request, signal);
      const { status, body } = reply;
      const named = { ...asking, what: request.what };
      if (status >= 300) throw refusalError(named, status, body);
      if (body === undefined) throw noJson(named);
      return { ...reply, body };
    },
    close: async () => {
      await Promise.all(wires.map((wire) => wire.close()));
    },
  };
}

async function askInTurn(
  nodes: Nodes<Wire>,
  request: ExchangeRequest,
  signal: AbortSignal,
  options: StoreOptions,
  asking: Asking,
): Promise<Reply> {
  const timeoutMs = request.timeoutMs ?? options.timeoutMs;
  const within = AbortSignal.timeout(timeoutMs);
  const both = AbortSignal.any([signal, within]);
  const order = nodes.inOrder();
  let hasTriedAgain = false;
  for (let at = 0; ; at += 1) {
    // Past the last, the first: where the one node's kept connection had died.
    const wire = order[at % order.length] as Wire;
    const hasOther = at < order.length - 1;
    const began = performance.now();
    try {
      const reply = await send(wire, request, both, options);
      if (!hasOther || !isElsewhereBetter(reply)) {
        nodes.answered(wire);
        return reply;
      }
    } catch (error) {
      if (signal.aborted) throw cancelled(asking);
      if (within.aborted) throw late(asking, timeoutMs);
      const wasStale = hasBroken(error) && performance.now() - began < staleMs;
      const mayRepeat: boolean = wasStale && request.isRepeatable && !hasTriedAgain;
      hasTriedAgain ||= mayRepeat;
      if (!mayRepeat && !(hasOther && wasNeverSent(error))) throw connectionError(asking, error);
    }
    nodes.failed(wire);
  }
}

async function send(
  wire: Wire,
  request: ExchangeRequest,
  signal: AbortSignal,
  { now, maxResponseBytes }: StoreOptions,
): Promise<Reply> {
  const sentMs = now();
  const { status, headers, body } = await wire.send(request, signal);
  const text = await readBody(body, maxResponseBytes, signal);
  return { status, headers, body: jsonOrNothing(text), sentMs, receivedMs: now() };
}

/** A node that starts, or has lost its cluster, while others may be well. A search of ours that failed is no such case. */
const isElsewhereBetter = ({ status, body }: Reply): boolean =>
  (status === 502 || status === 503) &&
  !JSON.stringify(body ?? '').includes('search_phase_execution_exception');

function jsonOrNothing(text: string): JsonValue | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const cancelled = ({ what }: Asking): GpuscopeError =>
  new GpuscopeError('CANCELLED', say('store.cancelled', { what }));

const late = ({ what, store }: Asking, ms: number): GpuscopeError =>
  new GpuscopeError(
    'STORE_TIMEOUT',
    say('store.said', { what, store, why: say('store.late', { seconds: ms / 1000 }) }),
  );

const noJson = ({ what, store }: Asking): GpuscopeError =>
  new GpuscopeError('STORE_INVALID', say('store.said', { what, store, why: say('store.noJson') }));
