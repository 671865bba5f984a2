import { createStore, type LogStore } from '@gpuscope/datasource/backend';
import { sharedStore, type SharedStore, type StoreKind } from '../../../servers/index.js';
import { targetOf } from '../support/target.js';

/** A server, and our port to it. */
export interface Opened {
  readonly server: SharedStore;
  readonly store: LogStore;
}

/** Opens the shared store of a kind for the tests of a `describe`. */
export function openShared(kind: StoreKind): () => Opened {
  let opened: Opened | undefined;
  beforeAll(async () => {
    const server = await sharedStore(kind);
    opened = { server, store: createStore(targetOf(server)) };
  }, 300_000);
  afterAll(() => opened?.store.close());
  return () => {
    if (opened === undefined) throw new Error(`${kind} has not started`);
    return opened;
  };
}
