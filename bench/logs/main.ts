import { startStore, storeKinds, type StoreKind } from '../../test/servers/index.js';
import { loadWorld } from '../../test/world/logs/index.js';
import { measureBytes, measureTimes } from './measure.js';
import { openBackend } from './ours.js';

interface Scale {
  readonly records: number;
  readonly limits: readonly number[];
  readonly users: readonly number[];
  readonly rounds: number;
}

const FULL: Scale = {
  records: 200_000,
  limits: [500, 5000, 10_000],
  users: [1, 10, 50],
  rounds: 7,
};

/** That it works, not how fast it is. */
const SMOKE: Scale = { records: 2000, limits: [100], users: [1, 4], rounds: 1 };

const FROM = Date.UTC(2026, 9, 1, 8);
const RANGE = { fromMs: FROM, toMs: FROM + 6 * 3_600_000 };

/** Fluent Bit's records, mapped by the store as they come. */
const SHIPMENT = 'fluent-bit-underscores';

const APP = 'gateway';

/** What the command line asks for. */
interface Asked {
  readonly smoke: boolean;
  readonly store: string;
}

function kindOf(store: string): StoreKind {
  const kind = storeKinds.find((name) => name === store);
  if (kind !== undefined) return kind;
  throw new Error(`--store is ${store}; allowed: ${storeKinds.join(', ')}`);
}

/** Prints the ratios. @throws {Error} when ours and the store's answer are not of the same lines */
export async function benchLogs(asked: Asked): Promise<void> {
  const kind = kindOf(asked.store);
  const scale = asked.smoke ? SMOKE : FULL;
  const store = await startStore(kind, { heapMb: 1024 });
  try {
    const history = { ...RANGE, count: scale.records };
    const world = await loadWorld(store, { ...history, shipments: [SHIPMENT] });
    const loaded = world.shipments.get(SHIPMENT);
    if (loaded === undefined) throw new Error(`${kind} took no records of ${SHIPMENT}`);
    const backend = await openBackend(store, loaded.pattern);
    try {
      const question = { app: APP, range: RANGE };
      console.log(`\n${world.records} records in ${kind}; newest lines of the app ${APP}`);
      console.table(await measureBytes(backend, question, scale.limits));
      console.log('\nmilliseconds, medians; the first answers are not counted');
      const times = measureTimes(backend, question, scale);
      for await (const row of times) console.log(JSON.stringify(row));
    } finally {
      await backend.close();
    }
  } finally {
    await store.stop();
  }
}
