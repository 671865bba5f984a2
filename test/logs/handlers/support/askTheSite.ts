import { sharedStore, type SharedStore, type StoreKind } from '../../../servers/index.js';
import {
  loadWorld,
  type LoadedWorld,
  type LogTruth,
  type Shipment,
} from '../../../world/logs/index.js';
import { startBackend, type Backend } from './backend.js';
import { askContext } from './askContext.js';
import { askCounts } from './askCounts.js';
import { askLines } from './askLines.js';
import { RANGE, type Shipped } from './shipped.js';
import { siteConfig } from './site.js';
import { linesOf } from './tables.js';
import { appOf, mostFirst, pick, textOf } from './truth.js';

/** Records that hold labels, each in another spelling, with and without levels and names at index time. */
const SHIPMENTS = [
  'fluent-bit-gpuscope-underscores',
  'fluent-bit-underscores',
  'fluentd-underscores',
  'filebeat',
] as const satisfies readonly Shipment[];

/** Asks a store that holds the simulated site's lines, and compares the answers with the truth. */
export function askTheSite(kind: StoreKind): void {
  let store: SharedStore;
  let world: LoadedWorld;

  beforeAll(async () => {
    store = await sharedStore(kind);
    const prefix = store.unique('asking-');
    const shipments = [...SHIPMENTS, 'journald'] as const;
    world = await loadWorld(store, { ...RANGE, count: 1500, seed: 3, prefix, shipments });
  }, 300_000);

  describe.each(SHIPMENTS)('for lines that came as %s', (name) => {
    let backend: Backend;
    let truths: readonly LogTruth[];
    let apps: readonly string[];

    beforeAll(async () => {
      const shipment = world.shipments.get(name);
      truths = shipment?.truths ?? [];
      apps = mostFirst(truths.map(appOf).filter((app) => app !== ''));
      backend = await startBackend({
        config: siteConfig({ store, index: shipment?.pattern ?? '' }),
      });
    });
    afterAll(() => backend.stop());

    const get = (): Shipped => ({ backend, truths, apps });
    askLines(get);
    askCounts(get);
    askContext(get);
  });

  it('names the machines’ apps by the host registry', async () => {
    const { pattern = '', truths = [] } = world.shipments.get('journald') ?? {};
    const backend = await startBackend({ config: siteConfig({ store, index: pattern }) });
    const app = pick(mostFirst(truths.map(appOf).filter((name) => name !== '')), 0);
    const tables = await backend.tables({ selection: { apps: [app] }, direction: 'oldest' }, RANGE);
    const own = truths.filter((truth) => appOf(truth) === app);
    expect(tables.flatMap(linesOf)).toEqual(own.map(textOf));
    await backend.stop();
  });
}
