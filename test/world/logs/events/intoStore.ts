import { mustRequestStore, type StoreAddress } from '../../../servers/stores/request.js';
import type { ShippedRecord } from '../shapes/index.js';

export interface EventsIntoStoreOptions {
  readonly address: StoreAddress;
  readonly events: readonly ShippedRecord[];
}

const AT_ONCE = 4000;

/**
 * Brings events into a store, which maps their fields as it likes, as kubernetes-event-exporter leaves it to.
 *
 * @returns how many events the store took
 * @throws {Error} with the store's first reason when it refuses one
 */
export async function eventsIntoStore({
  address,
  events,
}: EventsIntoStoreOptions): Promise<number> {
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const lines = events
      .slice(from, from + AT_ONCE)
      .map(
        ({ index, source }) =>
          `${JSON.stringify({ index: { _index: index } })}\n${JSON.stringify(source)}\n`,
      );
    const answer = (await mustRequestStore(address, 'POST', '/_bulk', lines.join(''))) as {
      readonly items: readonly { readonly index?: { readonly error?: { reason: string } } }[];
    };
    const refused = answer.items.find(({ index }) => index?.error !== undefined);
    if (refused !== undefined) {
      throw new Error(`the store refused an event: ${refused.index?.error?.reason ?? ''}`);
    }
  }
  return events.length;
}
