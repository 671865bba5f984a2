import { randomBytes } from 'node:crypto';
import type { StoreKind } from './kinds.js';
import { mustRequestStore, requestStore, type StoreResponse } from './request.js';
import type { StorePlace } from './server.js';

/** The environment variable that tells test files where stores are to be had. */
export const sharedStoresVariable = 'GPUSCOPE_TEST_STORES';

/** A store that other test files use at the same time. */
export interface SharedStore extends StorePlace {
  readonly url: string;
  /** A name that no other test has, for an index, a template or the like: `gpuscope-test-7f3a…-<name>`. */
  unique(name: string): string;
  /** Any status is an answer. A text is sent as the lines of a bulk request. */
  request(method: string, path: string, body?: unknown): Promise<StoreResponse>;
  /** As `request`, for what has to succeed. */
  must(method: string, path: string, body?: unknown): Promise<unknown>;
}

/**
 * The store of this kind that was started once for the whole run, and is started now if nobody asked before. It is
 * everybody's: name indices with `unique`, change no cluster settings and break nothing (`startStore` gives one to
 * break). The first call takes some ten seconds: make it in `beforeAll` with a time-out of minutes.
 */
export async function sharedStore(kind: StoreKind): Promise<SharedStore> {
  const broker = process.env[sharedStoresVariable];
  if (broker === undefined) {
    throw new Error(`${sharedStoresVariable} is not set: only "logs" and "slow" have log stores`);
  }
  const answer = await requestStore({ url: broker }, 'GET', `${broker}${kind}`);
  if (answer.status !== 200) throw new Error(`${kind} did not start: ${String(answer.body)}`);
  return shared(answer.body as StorePlace);
}

function shared(place: StorePlace): SharedStore {
  const prefix = `gpuscope-test-${randomBytes(5).toString('hex')}`;
  return {
    ...place,
    url: place.address.url,
    unique: (name) => `${prefix}-${name}`,
    request: (method, path, body) => requestStore(place.address, method, path, body),
    must: (method, path, body) => mustRequestStore(place.address, method, path, body),
  };
}
