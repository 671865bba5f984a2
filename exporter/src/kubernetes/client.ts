import type { KubernetesAccess } from './access.js';
import { KubernetesError } from './failure.js';
import type { Listing, ListQuery } from './list.js';
import { listAll } from './list.js';
import { openRequest, placeOf } from './request.js';
import type { ClientLimits, Transport } from './transport.js';
import { DEFAULT_LIMITS } from './transport.js';
import type { WatchEvent, WatchQuery } from './watch.js';
import { openWatch } from './watch.js';

/** A small client: it lists and watches, nothing else. */
export interface KubernetesClient {
  /** Everything that matches, page by page; `read` trims each object while its page is at hand. */
  list<T>(query: ListQuery, read: (object: unknown) => T | undefined): Promise<Listing<T>>;
  /** Resolves when the server has accepted; the events end when the server ends them, or throw. */
  watch(query: WatchQuery): Promise<AsyncIterable<WatchEvent>>;
}

/** A token may have been replaced since it was read: a 401 is worth one more try with what the file holds now. */
function openWithToken(access: KubernetesAccess): Transport['open'] {
  const { token } = access;
  return async (request) => {
    try {
      return await openRequest(access, request);
    } catch (error) {
      if (token === undefined || !(error instanceof KubernetesError) || error.status !== 401) {
        throw error;
      }
      token.forget();
      return openRequest(access, request);
    }
  };
}

/** Makes a client; it holds no connection between requests and needs no closing. */
export function createClient(
  access: KubernetesAccess,
  limits: Partial<ClientLimits> = {},
): KubernetesClient {
  const transport: Transport = {
    open: openWithToken(access),
    where: (request) => placeOf(access, request),
    limits: { ...DEFAULT_LIMITS, ...limits },
  };
  return {
    list: (query, read) => listAll(transport, query, read),
    watch: (query) => openWatch(transport, query),
  };
}
