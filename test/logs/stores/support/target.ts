import type { StoreTarget } from '@gpuscope/datasource/backend';
import type { StorePlace } from '../../../servers/index.js';

/** The settings with which our own client reaches a server. */
export function targetOf({ address, kind }: StorePlace): StoreTarget {
  const { url, ca, user } = address;
  return {
    product: kind.startsWith('opensearch') ? 'opensearch' : 'elasticsearch',
    nodes: [url],
    auth:
      user === undefined
        ? { kind: 'none' }
        : { kind: 'basic', user: user.name, password: user.password },
    ...(ca === undefined ? {} : { ca }),
  };
}

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;
