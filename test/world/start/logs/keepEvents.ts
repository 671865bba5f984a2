import type { StoreAddress } from '../../../servers/stores/request.js';
import { eventsIntoStore } from '../../logs/index.js';
import type { SiteLogs } from '../site.js';

/** How often new events are brought into the store, milliseconds. */
const EVERY_MS = 5000;

export interface KeptEvents {
  /** The index that they lie in; undefined where nothing has happened yet. */
  readonly index: string | undefined;
  readonly stop: () => Promise<void>;
}

/** Brings what Kubernetes said so far into a store, and from then on what it says, as an event exporter would. */
export async function keepEvents(
  { events, siteMs }: Pick<SiteLogs, 'events' | 'siteMs'>,
  address: StoreAddress,
): Promise<KeptEvents> {
  let index: string | undefined;
  const bring = async (): Promise<void> => {
    const due = events.until(siteMs());
    index ??= due[0]?.index;
    await eventsIntoStore({ address, events: due });
  };
  await bring();
  let bringing: Promise<unknown> = Promise.resolve();
  const clock = setInterval(() => {
    // A store that is away for a moment loses some events, as it would of an exporter without a queue.
    bringing = bringing.then(bring).catch(() => undefined);
  }, EVERY_MS);
  return {
    index,
    stop: async () => {
      clearInterval(clock);
      await bringing;
    },
  };
}
