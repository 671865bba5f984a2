import type { Answer, SearchBody, SearchPlan } from '@gpuscope/aggregation/logs';
import { sketchPlan } from '../../../aggregation/src/logs/search/testing/plans.js';
import type { Stored } from '../../../aggregation/src/logs/search/testing/stored.js';
import {
  sharedStore,
  storeDialect,
  type SharedStore,
  type StoreKind,
} from '../../servers/index.js';
import { crowd } from './crowd.js';
import { ask, createIndex, write } from './stored.js';

/** A crowd of records in a store. */
export interface OnCrowd {
  readonly records: readonly Stored[];
  planOf(plan: Partial<SearchPlan>): SearchPlan;
  send(body: SearchBody): Promise<Answer>;
  /** The same records in an index of one shard. */
  sendToOneShard(body: SearchBody): Promise<Answer>;
}

/** Writes a crowd before the tests of a block. */
export function onCrowd(kind: StoreKind): OnCrowd {
  const records = crowd(400, 21);
  let store: SharedStore;
  let index = '';
  let oneShard = '';

  beforeAll(async () => {
    store = await sharedStore(kind);
    index = store.unique('asking');
    oneShard = store.unique('asking-one');
    await createIndex(store, index);
    await createIndex(store, oneShard, {}, 1);
    await write(store, index, records);
    await write(store, oneShard, records);
  }, 300_000);

  return {
    records,
    planOf: (plan) =>
      sketchPlan({
        index,
        dialect: storeDialect(kind),
        range: { fromMs: 0, toMs: 30_000 },
        ...plan,
      }),
    send: (body) => ask(store, index, body),
    sendToOneShard: (body) => ask(store, oneShard, body),
  };
}
