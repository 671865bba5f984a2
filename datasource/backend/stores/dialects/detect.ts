import type { Dialect } from '@gpuscope/aggregation/logs';
import type { Asking } from '../errors/asking.js';
import { refusalError } from '../errors/refusal.js';
import type { Exchange, Reply } from '../exchange.js';
import {
  checkSupported,
  identityOfNodes,
  identityOfRoot,
  leastIdentity,
  notAStore,
  type Identity,
} from './version.js';

const what = 'finding out what the store is';

/** An identity and the answer that told it, for its clock. */
export interface Detected {
  readonly identity: Identity;
  readonly reply: Reply;
}

/**
 * Finds out what a store is, from what it says of itself; `product` counts only where it says nothing at all to us,
 * for want of rights. Needs a client that refuses no product.
 *
 * @throws {GpuscopeError} STORE_…
 */
export async function detect(
  exchange: Exchange,
  asking: Omit<Asking, 'what'>,
  product: Dialect['product'],
  timeoutMs: number,
): Promise<Detected> {
  // Many may wait for this at once, so none of them can stop it.
  const nobodys = new AbortController().signal;
  const get = (path: string, query: Record<string, string> = {}): Promise<Reply> =>
    exchange.ask({ method: 'GET', path, query, what, isRepeatable: true, timeoutMs }, nobodys);
  const reply = await get('/');
  if (reply.status === 200 && reply.body !== undefined) {
    const identity = identityOfRoot(reply.body);
    if (identity === undefined) throw notAStore(reply.body, asking.store);
    checkSupported(identity, asking.store);
    return { identity, reply };
  }
  // 403 without the right to ask; 405 from a build without that part.
  if (reply.status !== 403 && reply.status !== 405) {
    if (reply.status !== 200) throw refusalError({ ...asking, what }, reply.status, reply.body);
    throw notAStore(null, asking.store);
  }
  const nodes = await get('/_nodes', { filter_path: 'nodes.*.version' });
  const said = nodes.status === 200 ? identityOfNodes(nodes.body ?? null) : undefined;
  const identity = said ?? leastIdentity(product, 'x-elastic-product' in reply.headers);
  checkSupported(identity, asking.store);
  return { identity, reply: nodes };
}
