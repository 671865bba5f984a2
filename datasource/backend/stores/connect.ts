import type { Said } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { StoreTarget } from '../settings/sourceSettings.js';
import { asksOf, type Ask } from './asks.js';
import { takesElasticClient } from './dialects/abilities.js';
import { detect, type Detected } from './dialects/detect.js';
import type { Identity } from './dialects/version.js';
import { askingOf } from './errors/asking.js';
import { createExchange, type Exchange } from './exchange.js';
import type { StoreOptions } from './options.js';
import type { WireMaker } from './wire/wire.js';

/** A store of which it is known what it is, and the client for it. */
export interface Connected {
  readonly identity: Identity;
  readonly exchange: Exchange;
  readonly ask: Ask;
}

export interface Connection {
  /** What is known, or finds it out first; of several who ask at once, one does the work. */
  get(signal: AbortSignal): Promise<Connected>;
  /** Asks the store again what it is. */
  detect(signal: AbortSignal): Promise<Detected & Connected>;
  close(): Promise<void>;
}

const detectMs = 10_000;

/** @throws {GpuscopeError} SETTINGS_INVALID for an address that is none */
export function createConnection(target: StoreTarget, options: StoreOptions): Connection {
  const asking = askingOf(target);
  const nodes = target.nodes.map((node) => nodeUrl(node));
  if (nodes.length === 0) throw new GpuscopeError('SETTINGS_INVALID', say('settings.noAddress'));
  const exchangeBy = (wires: WireMaker): Exchange =>
    createExchange(nodes.map(wires), options, asking);
  // A client is loaded when it is needed: both take long, and the host waits for the plugin to start.
  const plainly = once(async () => {
    const { opensearchWires } = await import('./wire/opensearchWire.js');
    return exchangeBy(opensearchWires(target, options));
  });
  const elastically = once(async () => {
    const { elasticWires } = await import('./wire/elasticWire.js');
    return exchangeBy(elasticWires(target, options));
  });
  let known: Connected | undefined;
  let pending: Promise<Detected & Connected> | undefined;

  const work = async (): Promise<Detected & Connected> => {
    const timeoutMs = Math.min(options.timeoutMs, detectMs);
    // This client asks no store for its product, so it can ask any.
    const detected = await detect(await plainly.get(), asking, target.product, timeoutMs);
    const { identity } = detected;
    const fitting = takesElasticClient(identity.dialect) ? elastically : plainly;
    const exchange = await fitting.get();
    known = { identity, exchange, ask: asksOf(exchange, identity.dialect) };
    return { ...detected, ...known };
  };
  const detectOnce = (signal: AbortSignal): Promise<Detected & Connected> => {
    pending ??= work().finally(() => (pending = undefined));
    return until(pending, signal);
  };
  return {
    get: async (signal) => known ?? detectOnce(signal),
    detect: detectOnce,
    close: async () => {
      await Promise.all(
        [plainly.made(), elastically.made()].map(async (made) => (await made)?.close()),
      );
    },
  };
}

/** What is made when it is first asked for. */
function once<T>(make: () => Promise<T>) {
  let made: Promise<T> | undefined;
  return { get: () => (made ??= make()), made: () => made };
}

/** Waits no longer than the signal allows; others may wait for the same work. */
function until<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void =>
      reject(
        new GpuscopeError('CANCELLED', say('store.cancelled', { what: say('store.finding') })),
      );
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** With an `@` it may hold a password. */
const shown = (node: string): string | Said =>
  node.includes('@') ? say('settings.one') : JSON.stringify(node);

function nodeUrl(node: string): URL {
  const url = URL.canParse(node) ? new URL(node) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new GpuscopeError(
      'SETTINGS_INVALID',
      say('settings.badAddress', { address: shown(node) }),
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new GpuscopeError(
      'SETTINGS_INVALID',
      say('settings.userInAddress', { address: url.origin }),
    );
  }
  return url;
}
