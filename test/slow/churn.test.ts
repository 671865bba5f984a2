import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORDINGS } from '@gpuscope/provisioning';
import { startPrometheus, temporaryFolder, type PrometheusServer } from '../servers/index.js';
import { CYCLE_SECONDS, playDay, type Day } from './churnDay.js';

const DAY_SECONDS = 86_400;
const FROM = Date.UTC(2026, 9, 1) / 1000;
const END = FROM + DAY_SECONDS;

/** What the shipped rule adds up, asked as the rule's group would have recorded it. */
function recorded(record: string): string {
  const rule = RECORDINGS.find((one) => one.record === record);
  if (rule === undefined) throw new Error(`no rule records ${record}`);
  return `sum(sum_over_time((${rule.expr})[1d:5m]))`;
}

describe('a day of pods that live from a minute to an hour, on 64 GPUs', () => {
  let day: Day;
  let prometheus: PrometheusServer;

  beforeAll(async () => {
    day = playDay(FROM);
    const folder = await temporaryFolder('churn');
    const history = join(folder.path, 'day.om');
    await writeFile(history, day.history);
    prometheus = await startPrometheus({ history, flags: ['--query.max-samples=200000000'] });
    await folder.remove();
  }, 900_000);

  afterAll(() => prometheus.stop());

  const answer = async (query: string): Promise<number> =>
    (await prometheus.query(query, END))[0]?.value ?? 0;

  it('is there without a gap', async () => {
    const found = await answer('max(count_over_time(gpu_account_allocated_seconds_total[2d]))');
    expect(found).toBe(day.scrapes);
    expect(day.scrapes).toBeGreaterThan(0.99 * (DAY_SECONDS / CYCLE_SECONDS));
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
