import type { SharedStore, StorePlace } from '../../../servers/index.js';
import { mustRequestStore } from '../../../servers/index.js';

export type Source = Readonly<Record<string, unknown>>;

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly { readonly index: { readonly error?: unknown } }[];
}

/** Version 6 wants a mapping type with everything. */
const typeOf = (kind: StorePlace['kind']): Source =>
  kind === 'elasticsearch-6.8' ? { _type: '_doc' } : {};

/** Makes an index; its mapping is what `properties` holds. */
export async function makeIndex(
  { kind, address }: StorePlace,
  index: string,
  properties: Source,
  settings: Source = {},
  shards: 'started' | 'nowhere' = 'started',
): Promise<void> {
  const mapping = { properties };
  const wait = shards === 'started' ? 1 : 0;
  await mustRequestStore(address, 'PUT', `/${index}?wait_for_active_shards=${wait}`, {
    settings: { number_of_shards: 2, number_of_replicas: 0, ...settings },
    mappings: kind === 'elasticsearch-6.8' ? { _doc: mapping } : mapping,
  });
}

/** Writes records and makes them findable. @throws {Error} with the first record that the store did not take */
export async function writeRecords(
  { kind, address }: StorePlace,
  index: string,
  records: readonly Source[],
  perRequest = 5_000,
): Promise<void> {
  const action = JSON.stringify({ index: { _index: index, ...typeOf(kind) } });
  for (let from = 0; from < records.length; from += perRequest) {
    const part = records.slice(from, from + perRequest);
    const lines = part.flatMap((record) => [action, JSON.stringify(record)]);
    const body = `${lines.join('\n')}\n`;
    const answer = (await mustRequestStore(address, 'POST', '/_bulk', body)) as BulkAnswer;
    const refused = answer.items.find(({ index: { error } }) => error !== undefined);
    if (refused !== undefined) throw new Error(JSON.stringify(refused).slice(0, 1000));
  }
  await mustRequestStore(address, 'POST', `/${index}/_refresh`);
}

/** The searches that a store is busy with for an index. */
export async function runningSearches(
  { address }: Pick<SharedStore, 'address'>,
  index: string,
): Promise<readonly string[]> {
  const path = '/_tasks?actions=indices:data/read/*&detailed=true&group_by=none';
  const { tasks } = (await mustRequestStore(address, 'GET', path)) as {
    readonly tasks: readonly { readonly description?: string }[];
  };
  return Object.values(tasks)
    .map(({ description = '' }) => description)
    .filter((description) => description.includes(index));
}

/** How many readings a store keeps open over the shards of an index. */
export async function openContexts(
  { address }: Pick<SharedStore, 'address'>,
  index: string,
): Promise<number> {
  const stats = (await mustRequestStore(address, 'GET', `/${index}/_stats/search`)) as {
    readonly _all: { readonly total: { readonly search: { readonly open_contexts: number } } };
  };
  return stats._all.total.search.open_contexts;
}
