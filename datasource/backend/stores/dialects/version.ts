import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Dialect, JsonValue } from '@gpuscope/aggregation/logs';
import { isObject, objectAt, textAt } from '../json.js';

/** What a store is. */
export interface Identity {
  readonly dialect: Dialect;
  /** As it says itself; empty where it does not say. */
  readonly version: string;
}

const numbers = (version: string): readonly [number, number] | undefined => {
  const found = /^(\d+)\.(\d+)/.exec(version);
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
};

/** Reads the answer to `GET /`. Undefined where it does not tell. */
export function identityOfRoot(body: JsonValue): Identity | undefined {
  const said = objectAt(body, 'version');
  const version = textAt(said, 'number');
  const parts = numbers(version);
  if (parts === undefined) return undefined;
  const isOpenSearch =
    textAt(said, 'distribution') === 'opensearch' || /opensearch/i.test(textAt(body, 'tagline'));
  return identity(isOpenSearch ? 'opensearch' : 'elasticsearch', version, parts);
}

/** Reads the versions of all nodes; the oldest counts while a cluster is being upgraded. */
export function identityOfNodes(body: JsonValue): Identity | undefined {
  const versions = Object.values(objectAt(body, 'nodes'))
    .map((node) => textAt(node, 'version'))
    .flatMap((version) => {
      const parts = numbers(version);
      return parts === undefined ? [] : [{ version, parts }];
    })
    .sort(({ parts: a }, { parts: b }) => a[0] - b[0] || a[1] - b[1]);
  const [oldest] = versions;
  if (oldest === undefined) return undefined;
  // OpenSearch counts from 1 again, and nobody runs an Elasticsearch that old.
  const product = oldest.parts[0] < 5 ? 'opensearch' : 'elasticsearch';
  return identity(product, oldest.version, oldest.parts);
}

/** For a store that keeps its version from us: the least that it can be. */
export function leastIdentity(product: Dialect['product'], saysElastic: boolean): Identity {
  // The header came with 7.14.
  if (saysElastic)
    return { version: '', dialect: { product: 'elasticsearch', major: 7, minor: 14 } };
  const [major, minor] = product === 'elasticsearch' ? [6, 8] : [1, 0];
  return { version: '', dialect: { product, major, minor } };
}

function identity(
  product: Dialect['product'],
  version: string,
  [major, minor]: readonly [number, number],
): Identity {
  // OpenSearch 1 can be told to call itself 7.10.2, for old clients.
  const isDisguised = product === 'opensearch' && major >= 7;
  const dialect = isDisguised ? { product, major: 1, minor: 0 } : { product, major, minor };
  return { version, dialect };
}

/** @throws {GpuscopeError} STORE_UNSUPPORTED for an Elasticsearch before 6 */
export function checkSupported({ dialect, version }: Identity, store: string): void {
  if (dialect.product === 'opensearch' || dialect.major >= 6) return;
  throw new GpuscopeError('STORE_UNSUPPORTED', say('store.tooOld', { store, version }));
}

/** @throws {GpuscopeError} STORE_UNSUPPORTED: JSON answered, but not a store's */
export function notAStore(body: JsonValue, store: string): GpuscopeError {
  const keys = isObject(body) ? Object.keys(body).slice(0, 5).join(', ') : '';
  return new GpuscopeError(
    'STORE_UNSUPPORTED',
    keys === '' ? say('store.noStore', { store }) : say('store.noStoreBut', { store, keys }),
  );
}
