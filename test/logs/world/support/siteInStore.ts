import { join } from 'node:path';
import type { TimeRange } from '@gpuscope/aggregation/logs';
import { temporaryFolder, type StoreKind } from '../../../servers/index.js';
import { sharedStore } from '../../../servers/stores/shared.js';
import {
  createAsker,
  siteText,
  startPodHistory,
  type Asker,
} from '../../../world/logs/asking/index.js';
import {
  createLogHistory,
  loadWorld,
  type LogHistoryOptions,
  type LogTruth,
  type Shipment,
} from '../../../world/logs/index.js';
import { DEMO_SITE } from '../../../world/model/site.js';

/** The records of one shipper in a real store, the backend that reads them, and the truth. */
export interface ShippedSite {
  readonly asker: Asker;
  /** What the store holds, the oldest first. */
  readonly truths: readonly LogTruth[];
  readonly range: TimeRange;
}

export interface SiteInStore {
  readonly records: number;
  readonly range: TimeRange;
  /** The backend set up for one shipper's indices; the same one when asked again. */
  of(shipment: Shipment): Promise<ShippedSite>;
  close(): Promise<void>;
}

/** Brings the simulated site's lines into the store that the suite shares, with a Prometheus that knows its pods. */
export async function siteInStore(
  kind: StoreKind,
  history: LogHistoryOptions,
): Promise<SiteInStore> {
  const store = await sharedStore(kind);
  const folder = await temporaryFolder('logs-world');
  const prometheus = await startPodHistory(
    createLogHistory(history),
    join(folder.path, 'prometheus'),
  );
  const world = await loadWorld(store, { ...history, prefix: store.unique('world-') });
  const { fromMs, toMs } = history;
  const opened = new Map<Shipment, Promise<ShippedSite>>();

  async function open(shipment: Shipment): Promise<ShippedSite> {
    const loaded = world.shipments.get(shipment);
    if (loaded === undefined) throw new Error(`${kind} does not take ${shipment}`);
    const config = siteText({
      cluster: DEMO_SITE.cluster,
      store: { kind, url: store.url },
      index: loaded.pattern,
      prometheusUrl: prometheus.url,
    });
    const asker = await createAsker({ folder: join(folder.path, shipment), config });
    return { asker, truths: loaded.truths, range: { fromMs, toMs } };
  }

  return {
    records: world.records,
    range: { fromMs, toMs },
    of(shipment) {
      const site = opened.get(shipment) ?? open(shipment);
      opened.set(shipment, site);
      return site;
    },
    async close() {
      for (const site of opened.values()) await (await site).asker.close();
      await prometheus.stop();
      await folder.remove();
    },
  };
}
