import fc from 'fast-check';
import { GpuscopeError } from '@gpuscope/aggregation';
import type { ExchangeRequest } from '../exchange.js';
import type { StoreReading } from '../port.js';
import { fakeAsk, never, type Scripted } from '../testing/fakes.js';
import { openPointInTime } from './pointInTime.js';
import { openScroll } from './scroll.js';

interface Body {
  readonly size?: number;
  readonly search_after?: readonly number[];
  readonly scroll_id?: string | readonly string[];
  readonly pit?: { readonly id: string };
}
const bodyOf = ({ body }: ExchangeRequest): Body => JSON.parse(body ?? '{}') as Body;
const hit = (n: number) => ({ _index: 'logs', _id: `${n}`, _source: {}, sort: [7, n] });

/** A store of so many records of one time, with its points in time and scrolls. */
function fakeStore(count: number) {
  const records = Array.from({ length: count }, (_, n) => hit(n));
  let scrolled = 0;
  let scrollSize = 0;
  let pits = 0;
  const answer = (request: ExchangeRequest): Scripted => {
    const body = bodyOf(request);
    if (request.method === 'DELETE') return {};
    if (request.path.endsWith('/_pit')) return { body: { id: 'pit-0' } };
    if (body.pit !== undefined) {
      const from = (body.search_after?.[1] ?? -1) + 1;
      pits += 1;
      const hits = records.slice(from, from + (body.size ?? 0));
      return { body: { pit_id: `pit-${pits}`, hits: { hits } } };
    }
    scrollSize = body.size ?? scrollSize;
    const hits = records.slice(scrolled, scrolled + scrollSize);
    scrolled += scrollSize;
    return { body: { _scroll_id: `scroll-${scrolled}`, hits: { hits } } };
  };
  return fakeAsk(answer);
}

const search = { index: 'logs', body: { sort: ['time'], timeout: '1s', track_total_hits: false } };
type Open = (fake: ReturnType<typeof fakeStore>) => Promise<StoreReading>;
const byPit: Open = async ({ ask }) => {
  const reading = await openPointInTime(ask, search, 1_000, never());
  if (reading === undefined) throw new Error('no point in time');
  return reading;
};
const byScroll: Open = ({ ask }) => Promise.resolve(openScroll(ask, search, 1_000));

describe.each([
  ['a point in time', byPit],
  ['a scroll', byScroll],
])('reading by %s', (_, open) => {
  it('gives each record once and in order, whatever the pages', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 700 }), sizes, async (count, pages) => {
        const reading = await open(fakeStore(count));
        const seen: string[] = [];
        for (let n = 0; ; n += 1) {
          const size = pages[n % pages.length] ?? 1;
          const { hits } = await reading.next(size, never());
          expect(hits.length).toBeLessThanOrEqual(size);
          seen.push(...hits.map(({ id }) => id));
          if (hits.length === 0) break;
        }
        expect(seen).toEqual(Array.from({ length: count }, (__, n) => `${n}`));
        expect((await reading.next(5, never())).hits).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('gives whole pages, whatever their length, until there is no more', async () => {
    for (const size of [1, 30, 99, 100, 130]) {
      const reading = await open(fakeStore(250));
      const lengths: number[] = [];
      for (let length = size; length === size;) {
        length = (await reading.next(size, never())).hits.length;
        lengths.push(length);
      }
      expect([size, lengths.reduce((sum, one) => sum + one, 0)]).toEqual([size, 250]);
    }
  });

  it('asks for no page that could stop half way', async () => {
    const fake = fakeStore(10);
    const reading = await open(fake);
    await reading.next(5, never());
    const bodies = fake.asked.map(bodyOf);
    expect(bodies.some((body) => 'timeout' in body)).toBe(false);
    expect(bodies.some((body) => 'size' in body)).toBe(true);
  });

  it('closes what it has last heard of', async () => {
    const fake = fakeStore(1_000);
    const reading = await open(fake);
    await reading.next(200, never());
    await reading.next(200, never());
    await reading.close();
    const last = fake.asked.at(-1);
    expect(last?.method).toBe('DELETE');
    expect(last?.body).toMatch(/"pit-2"|"scroll-400"/);
  });
});

describe('a point in time', () => {
  it.each([[400], [403], [404], [405], [503]])(
    'gives way to a scroll where opening it answers %i',
    async (status) => {
      const { ask } = fakeAsk(() => ({ status }));
      expect(await openPointInTime(ask, search, 1_000, never())).toBeUndefined();
    },
  );

  it('has an order also where nobody asked for one', async () => {
    const fake = fakeStore(3);
    const reading = await openPointInTime(fake.ask, { index: 'logs', body: {} }, 1_000, never());
    await reading?.next(2, never());
    expect(bodyOf(fake.asked.at(-1) as ExchangeRequest)).toMatchObject({ sort: ['_shard_doc'] });
  });
});

describe('a scroll', () => {
  it('is not opened before its first page, and then closed only if it is open', async () => {
    const fake = fakeStore(3);
    const reading = openScroll(fake.ask, search, 1_000);
    await reading.close();
    expect(fake.asked).toEqual([]);
  });

  it('does not ask for the counting that scrolls refuse', async () => {
    const fake = fakeStore(3);
    await openScroll(fake.ask, search, 1_000).next(2, never());
    expect(fake.asked[0]?.body).not.toContain('track_total_hits');
    expect(fake.asked[0]?.query).toMatchObject({ scroll: '1000ms', ignore_unavailable: 'true' });
  });

  it('ends after a page that was not had whole: going on would leave it out', async () => {
    const failing = fakeAsk((_, at) => {
      if (at === 1) return new GpuscopeError('STORE_UNREACHABLE', 'broke');
      const hits = Array.from({ length: 100 }, (__, n) => hit(n));
      return { body: { _scroll_id: 's', hits: { hits } } };
    });
    const reading = openScroll(failing.ask, search, 1_000);
    await reading.next(100, never());
    await expect(reading.next(100, never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    await expect(reading.next(100, never())).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
    expect(failing.asked).toHaveLength(2);
    expect(failing.asked.map(({ isRepeatable }) => isRepeatable)).toEqual([true, false]);
  });

  it('goes on where shards failed, and says so of each page that may lack their lines', async () => {
    const failed = { total: 2, successful: 1, failed: 1, failures: [] };
    const part = (from: number, count: number) =>
      Array.from({ length: count }, (__, n) => hit(from + n));
    const answers = [
      { hits: { hits: part(0, 60) }, _shards: failed },
      { hits: { hits: part(60, 100) } },
      { hits: { hits: part(160, 7) } },
    ];
    const { ask } = fakeAsk((_, at) => ({ body: { _scroll_id: 's', ...answers[at] } }));
    const reading = openScroll(ask, search, 1_000);
    const pages = [await reading.next(100, never()), await reading.next(100, never())];
    expect(pages.map(({ hits, shards }) => [hits.length, shards.failed])).toEqual([
      [100, 1],
      [67, 0],
    ]);
  });

  it('may be begun again where the first page failed', async () => {
    const failing = fakeAsk((_, at) =>
      at === 0
        ? new GpuscopeError('STORE_UNREACHABLE', 'broke')
        : { body: { _scroll_id: 's', hits: { hits: [hit(1)] } } },
    );
    const reading = openScroll(failing.ask, search, 1_000);
    await expect(reading.next(10, never())).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect((await reading.next(10, never())).hits).toHaveLength(1);
  });
});
