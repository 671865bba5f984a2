import { defaultStoreKinds } from '../../servers/stores/kinds.js';
import { sharedStore, type SharedStore } from '../../servers/stores/shared.js';
import { loadWorld, shipmentsFor, type LoadedWorld } from '../../world/logs/index.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const options = { fromMs: FROM, toMs: FROM + 7_200_000, count: 600, seed: 3 };

describe.each(defaultStoreKinds)('the site, brought into %s by every shipper', (kind) => {
  let store: SharedStore;
  let world: LoadedWorld;

  beforeAll(async () => {
    store = await sharedStore(kind);
    world = await loadWorld(store, { ...options, prefix: store.unique('load-') });
  }, 300_000);

  it('is there, line for line, as far as the store took it', async () => {
    expect([...world.shipments.keys()]).toEqual(shipmentsFor(kind));
    for (const { pattern, truths } of world.shipments.values()) {
      const answer = await store.must('GET', `/${pattern}/_count`);
      expect(answer).toMatchObject({ count: truths.length });
    }
  });

  it('lacks what a store refuses: `app` beside `app.kubernetes.io/name`, and nothing else', () => {
    const refusing = [...world.shipments].filter(([, { rejected }]) => rejected.length > 0);
    const dotted = ['fluent-bit', 'fluentd-dotted', 'otel-ecs'];
    expect(refusing.map(([name]) => name)).toEqual(
      dotted.filter((name) => world.shipments.has(name as never)),
    );
    for (const [, { rejected }] of refusing) {
      for (const { reason } of rejected) expect(reason).toContain('app');
    }
  });
});
