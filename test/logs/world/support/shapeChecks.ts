import type { StoreKind } from '../../../servers/index.js';
import { shipmentsFor, type LogTruth, type Shipment } from '../../../world/logs/index.js';
import { countBy, foundKeys, groupBy, sumsBy, truthKeys } from './answers.js';
import { siteInStore, type ShippedSite, type SiteInStore } from './siteInStore.js';

const FROM = Date.UTC(2026, 9, 1, 8);
const HISTORY = { fromMs: FROM, toMs: FROM + 2 * 3_600_000, count: 1200 };

const MINUTES = 10 * 60_000;

const NAMES = ['app', 'user', 'tenant'] as const;

const WORDS = ['OutOfMemoryError', 'CUDA_ERROR', 'user_id=42', '显存不足'];

const isOfHosts = (shipment: Shipment): boolean => shipment === 'journald' || shipment === 'syslog';

/** For every shape that a kind of store takes: what the backend finds and counts is the truth. */
export function checkShapes(kind: StoreKind): void {
  let all: SiteInStore;
  beforeAll(async () => {
    all = await siteInStore(kind, HISTORY);
  }, 600_000);
  afterAll(() => all.close());

  describe.each(shipmentsFor(kind))('%s', (shipment) => {
    let site: ShippedSite;
    beforeAll(async () => {
      site = await all.of(shipment);
    });

    it.each(NAMES)('finds the lines of each %s, and no others', async (name) => {
      const groups = groupBy(site.truths, ({ source }) => source[name]);
      expect(groups.size).toBeGreaterThan(0);
      for (const [value, truths] of groups) {
        const found = await foundKeys(site, { [`${name}s`]: [value] });
        expect([value, found]).toEqual([value, truthKeys(truths)]);
      }
    });

    it('finds the lines of several apps of one namespace', async () => {
      const picked = site.truths.filter(isOfSearch);
      const selection = { apps: ['ranker', 'orders-api'], namespaces: ['search'] };
      expect(await foundKeys(site, selection)).toEqual(truthKeys(picked));
    });

    it.each(WORDS)('finds %s where grep does', async (word) => {
      const found = await foundKeys(site, { words: word });
      expect(found).toEqual(truthKeys(site.truths.filter(({ line }) => line.includes(word))));
    });

    it('counts all lines over time, by the level that they name', async () => {
      const question = { show: 'volume', selection: {}, intervalMs: MINUTES } as const;
      const sums = sumsBy(await site.asker.query(question, site.range), 'level');
      expect(sums).toEqual(countBy(site.truths, (truth) => levelOf(shipment, truth)));
    });

    checkCounts(shipment, () => site);
  });
}

/**
 * Where a record has a level field, that is what counts. Syslog and the journal have no line without one: there it is
 * "info". Filebeat knows the levels of JSON lines only; of our lines those are the ones with a trace.
 */
function levelOf(shipment: Shipment, { level, traceId }: LogTruth): string {
  if (isOfHosts(shipment)) return level ?? 'info';
  return shipment === 'filebeat' && traceId === '' ? 'unknown' : (level ?? 'unknown');
}

const isOfSearch = ({ source }: LogTruth): boolean =>
  source.kind === 'pod' &&
  source.namespace === 'search' &&
  (source.app === 'ranker' || source.app === 'orders-api');

const podOf = ({ source }: LogTruth): string => (source.kind === 'pod' ? source.pod : '');
const hostOf = ({ source }: LogTruth): string => (source.kind === 'host' ? source.host : '');

function checkCounts(shipment: Shipment, site: () => ShippedSite): void {
  const count = async (by: string): Promise<Readonly<Record<string, number>>> => {
    const question = { show: 'counts', selection: {}, by: [by], top: 500, instant: true } as const;
    return sumsBy(await site().asker.query(question, site().range), by);
  };

  const [place, placeOf] = isOfHosts(shipment)
    ? (['host', hostOf] as const)
    : (['pod', podOf] as const);

  it(`counts lines by ${place}, those of deleted ones too`, async () => {
    expect(await count(place)).toEqual(countBy(site().truths, placeOf));
  });

  it(`lists each ${place} with its lines`, async () => {
    const { asker, range, truths } = site();
    const { values, isCut } = await asker.values({ selection: {}, name: place, top: 500, range });
    const found = Object.fromEntries(values.map(({ text, count: lines }) => [text, lines]));
    expect(found).toEqual(countBy(truths, placeOf));
    expect(isCut).toBe(false);
  });

  it('counts lines by app, also where only the metrics know whose a pod is', async () => {
    expect(await count('app')).toEqual(countBy(site().truths, ({ source }) => source.app));
  });
}
