import { shipmentsFor, type LogTruth, type Shipment } from '../../world/logs/index.js';
import { textColumn } from '../../world/logs/asking/index.js';
import { foundKeys, sumsBy, truthKeys } from './support/answers.js';
import { siteInStore, type ShippedSite, type SiteInStore } from './support/siteInStore.js';

const KIND = 'elasticsearch-8.19';
const FROM = Date.UTC(2026, 9, 1, 8);
const BURST = 2_000;
const LONG = 2_000_000;
const HISTORY = {
  fromMs: FROM,
  toMs: FROM + 6 * 3_600_000,
  count: 19_800,
  burst: BURST,
  longLine: LONG,
  invalidUtf8: true,
  seed: 11,
};

const HOUR = 3_600_000;
const WORDS = ['OutOfMemoryError', 'CUDA_ERROR', 'user_id=42', '显存不足', 'latin-1'];

/** Shapes that keep the order of lines inside a millisecond: by nanoseconds, or by the place in the file. */
const ORDERED: readonly Shipment[] = [
  'fluent-bit-gpuscope',
  'fluent-bit-gpuscope-underscores',
  'fluentd',
  'filebeat',
  'otel',
  'otel-ecs',
];

const pods = shipmentsFor(KIND).filter((name) => name !== 'journald' && name !== 'syslog');
/** Of these no line was refused by the store. */
const taking = pods.filter((name) => !['fluent-bit', 'fluentd-dotted', 'otel-ecs'].includes(name));
const isBurst = ({ line }: LogTruth): boolean => line.startsWith('INFO burst line');

describe('200,000 records in all shapes', () => {
  let all: SiteInStore;
  beforeAll(async () => {
    all = await siteInStore(KIND, HISTORY);
  }, 600_000);
  afterAll(() => all.close());

  it('are as many', () => {
    expect(all.records).toBeGreaterThan(200_000);
  });

  it.each(shipmentsFor(KIND))('%s: every line is counted', async (shipment) => {
    const { asker, range, truths } = await all.of(shipment);
    const question = { show: 'volume', selection: {}, intervalMs: HOUR } as const;
    const sums = Object.values(sumsBy(await asker.query(question, range), 'level'));
    expect(sums.reduce((total, sum) => total + sum, 0)).toBe(truths.length);
  });

  it.each(shipmentsFor(KIND))('%s: words find what grep finds', async (shipment) => {
    const site = await all.of(shipment);
    for (const word of WORDS) {
      const truths = site.truths.filter(({ line }) => line.includes(word));
      expect([word, await foundKeys(site, { words: word })]).toEqual([word, truthKeys(truths)]);
    }
  });

  it.each(pods)('%s: each line of a full millisecond comes once', async (shipment) => {
    const site = await all.of(shipment);
    const truths = site.truths.filter(isBurst);
    const found = await burstOf(site);
    expect(found.length).toBe(truths.length);
    expect(new Set(found).size).toBe(truths.length);
    if (ORDERED.includes(shipment)) expect(found).toEqual(truths.map(({ line }) => line));
  });

  it.each(taking)('%s: a line of two megabytes is cut, and says so', async (shipment) => {
    const { asker, range, truths } = await all.of(shipment);
    const selection = { words: 'LONG_LINE_END' };
    const [table] = await asker.query({ show: 'lines', selection, limit: 10 }, range);
    if (table === undefined) throw new Error('no table');
    const [line = ''] = textColumn(table, 'body');
    const truth = truths.find(({ line: { length } }) => length === LONG)?.line ?? '';
    expect(line?.slice(0, 1000)).toBe(truth.slice(0, 1000));
    expect(line?.length).toBeLessThan(LONG / 10);
    expect(table.notices.map(({ text }) => text).join()).toMatch(/cut|long/);
  });
});

/** In order. */
async function burstOf({ asker, range }: ShippedSite): Promise<readonly (string | null)[]> {
  const selection = { words: '"INFO burst line"' };
  const question = { show: 'lines', selection, direction: 'oldest', limit: 10_000 } as const;
  const tables = await asker.query(question, range);
  return tables.flatMap((table) => textColumn(table, 'body'));
}
