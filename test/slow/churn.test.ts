import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { RECORDINGS } from '@gpuscope/provisioning';
import { startPrometheus, type PrometheusServer } from '../servers/index.js';
import { listen, type LoopbackServer } from '../world/protocol/dcgmServer.js';
import { CYCLE_SECONDS, playDay, type Day } from './churnDay.js';

const DAY_SECONDS = 86_400;

/** Real time between scrapes: each stands for a cycle of the virtual day. */
const SCRAPE_MS = 25;

/** What the shipped rule adds up, asked as the rule's group would have recorded it. */
function recorded(record: string): string {
  const rule = RECORDINGS.find((one) => one.record === record);
  if (rule === undefined) throw new Error(`no rule records ${record}`);
  return `sum(sum_over_time((${rule.expr})[1d:5m]))`;
}

describe('a day of pods that live from a minute to an hour, on 64 GPUs', () => {
  let day: Day;
  let site: LoopbackServer;
  let prometheus: PrometheusServer;
  let end: number;
  let served = 0;

  beforeAll(async () => {
    end = Math.floor(Date.now() / 1000 / 300) * 300 - 600;
    day = playDay(end - DAY_SECONDS);
    site = await listen(
      createServer((_request, response) => {
        const page = day.pages[served];
        served += 1;
        response.statusCode = page === undefined ? 503 : 200;
        response.setHeader('content-type', 'text/plain; version=0.0.4');
        response.end(page ?? '');
      }),
    );
    prometheus = await startPrometheus({
      config: {
        global: { evaluation_interval: '1h' },
        storage: { tsdb: { out_of_order_time_window: '3d' } },
        scrape_configs: [
          {
            job_name: 'gpuscope',
            scrape_interval: `${String(SCRAPE_MS)}ms`,
            scrape_timeout: `${String(SCRAPE_MS)}ms`,
            honor_timestamps: true,
            static_configs: [{ targets: [new URL(site.url).host] }],
          },
        ],
      },
      flags: ['--query.max-samples=200000000'],
    });
    while (served < day.pages.length) await sleep(200);
    await sleep(1000);
  }, 900_000);

  afterAll(async () => {
    await prometheus.stop();
    await site.stop();
  });

  const answer = async (query: string): Promise<number> =>
    (await prometheus.query(query, end))[0]?.value ?? 0;

  it('is scraped nearly without a gap', async () => {
    const scrapes = await answer('max(count_over_time(gpu_account_allocated_seconds_total[1d]))');
    const up = day.pages.filter((page) => page !== undefined).length;
    expect(scrapes).toBeGreaterThan(0.98 * up);
    expect(day.pages).toHaveLength(DAY_SECONDS / CYCLE_SECONDS + 1);
    expect(day.pods).toBeGreaterThan(1500);
  });

  it.each([
    ['account:gpu_allocated_seconds:increase5m', 'held'],
    ['account:gpu_active_seconds:increase5m', 'busy'],
  ] as const)('%s adds up to the truth within half a percent', async (record, figure) => {
    const truth = day.truth[figure];
    const error = (await answer(recorded(record))) / truth - 1;
    expect(truth / 3600).toBeGreaterThan(300);
    expect({ error, within: Math.abs(error) <= 0.005 }).toEqual({ error, within: true });
  });
});
