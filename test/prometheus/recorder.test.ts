import { startPrometheus, type PrometheusServer } from '../servers/index.js';
import { createRecorder } from '../world/history/recorder.js';

const START = 1_790_000_000;
const STEP = 30;

/** Pages of one target: which lamps there are at each scrape, and how bright. */
type Page = Readonly<Record<string, number>>;

const PAGES: readonly Page[] = [
  { a: 1, b: 2, c: 3 },
  { a: 1.5, c: 3.5, b: 2.5 },
  { c: 4, d: 9 },
  { new: 7, c: 5, d: 10, a: -1 },
  { c: 0.1 + 0.2, a: Infinity },
];

let prometheus: PrometheusServer;

beforeAll(async () => {
  prometheus = await startPrometheus({
    fill: async (folder) => {
      const recorder = createRecorder();
      const target = recorder.target({ job: 'lamps', instance: 'house' });
      PAGES.forEach((page, at) => {
        const samples = Object.entries(page).map(([room, value]) => ({
          name: 'synthetic_lamp',
          labels: { room, floor: '' },
          value,
        }));
        target.scrape(START + at * STEP, samples);
      });
      await recorder.write(folder);
    },
  });
}, 120_000);

afterAll(() => prometheus.stop());

describe('what was recorded', () => {
  it.each(PAGES.map((page, at) => [at, page] as const))(
    'is at scrape %d what the page said, and nothing else',
    async (at, page) => {
      const found = await prometheus.query('synthetic_lamp', START + at * STEP + 1);
      const read: Page = Object.fromEntries(
        found.map(({ labels, value }) => [labels['room'] ?? '', value] as const),
      );
      expect(read).toEqual(page);
    },
  );

  it('has the labels of the scrape, and none that are empty', async () => {
    const found = await prometheus.query('synthetic_lamp{room="c"}', START);
    expect(found.map(({ labels }) => labels)).toEqual([
      { __name__: 'synthetic_lamp', instance: 'house', job: 'lamps', room: 'c' },
    ]);
  });

  it('is found by any of its labels', async () => {
    for (const matcher of ['job="lamps"', 'instance=~"h.+"', 'room=~"[^abc]"']) {
      const found = await prometheus.query(`{${matcher}}`, START + 2 * STEP);
      expect([matcher, found.length > 0]).toEqual([matcher, true]);
    }
    const names = await prometheus.api('label/room/values');
    expect(names).toEqual(['a', 'b', 'c', 'd', 'new']);
  });
});
