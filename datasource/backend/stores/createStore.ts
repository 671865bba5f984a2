import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { StoreTarget } from '../settings/sourceSettings.js';
import { readAnswer } from './answer.js';
import { createConnection, type Connected } from './connect.js';
import { hasExactPointInTime, tellsUnmapped } from './dialects/abilities.js';
import { clockSkew } from './dialects/clock.js';
import type { Identity } from './dialects/version.js';
import { capsFor } from './fields/capsFor.js';
import { DEFAULT_STORE_OPTIONS, type StoreOptions } from './options.js';
import type { LogStore, StoreAbout, StoreReading, StoreSearch } from './port.js';
import { openPointInTime } from './reading/pointInTime.js';
import { openScroll } from './reading/scroll.js';
import { writeJson } from './wire/json.js';

/**
 * A log store. Nothing is asked before the first method is called; what the store is, it says itself then, and
 * `target.product` counts only where it does not say.
 *
 * @throws {GpuscopeError} SETTINGS_INVALID for an address that is none
 */
export function createStore(target: StoreTarget, some: Partial<StoreOptions> = {}): LogStore {
  const options = { ...DEFAULT_STORE_OPTIONS, ...some };
  const connection = createConnection(target, options);
  return {
    about: async (signal) => {
      const { identity, reply, exchange } = await connection.detect(signal);
      return aboutOf(identity, target, await clockSkew(exchange, reply, signal));
    },
    fieldCaps: async (index, signal) => {
      mustName(index);
      const { ask, identity } = await connection.get(signal);
      return capsFor(ask, index, tellsUnmapped(identity.dialect), signal);
    },
    search: async (search, signal) => {
      mustName(search.index);
      const { ask } = await connection.get(signal);
      const { body } = await ask.search(
        {
          method: 'POST',
          path: `/${encodeURIComponent(search.index)}/_search`,
          query: { ignore_unavailable: 'true', allow_no_indices: 'true' },
          body: writeJson({ timeout: `${options.timeoutMs}ms`, ...search.body }),
          what: say('store.searching', { index: search.index }),
          isRepeatable: true,
          timeoutMs: options.timeoutMs + graceMs,
        },
        signal,
      );
      return readAnswer(body, search.index);
    },
    read: async (search, signal) => {
      mustName(search.index);
      return openReading(await connection.get(signal), search, options.keepAliveMs, signal);
    },
    close: () => connection.close(),
  };
}

/** A store that keeps its own time-out answers with what it has; that answer must still come through. */
const graceMs = 2_000;

async function openReading(
  { ask, identity }: Connected,
  search: StoreSearch,
  keepAliveMs: number,
  signal: AbortSignal,
): Promise<StoreReading> {
  const pointInTime = hasExactPointInTime(identity.dialect)
    ? await openPointInTime(ask, search, keepAliveMs, signal)
    : undefined;
  return pointInTime ?? openScroll(ask, search, keepAliveMs);
}

function mustName(index: string): void {
  if (index.trim() !== '') return;
  throw new GpuscopeError('INDEX_NOT_FOUND', say('store.emptyIndex'));
}

const names = { elasticsearch: 'Elasticsearch', opensearch: 'OpenSearch' } as const;

function aboutOf(
  { dialect, version }: Identity,
  { product }: StoreTarget,
  clockSkewMs: number | undefined,
): StoreAbout {
  const notices = [
    ...(product === dialect.product
      ? []
      : [
          say('store.otherProduct', {
            named: names[product],
            found: names[dialect.product],
          }),
        ]),
    ...(version === ''
      ? [
          say('store.noVersion', {
            product: names[dialect.product],
            version: `${dialect.major}.${dialect.minor}`,
          }),
        ]
      : []),
  ];
  return {
    product: names[dialect.product],
    version,
    dialect,
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    ...(notices.length === 0 ? {} : { notices }),
  };
}
