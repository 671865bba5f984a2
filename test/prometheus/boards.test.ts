import { boards, en } from '@gpuscope/dashboards';
import { asTenant } from './boards/asTenant.js';
import { LIST_QUESTIONS } from './boards/listQuestions.js';
import { ALL, filled, questionsBeside, questionsOf, type Question } from './boards/questions.js';
import { startSite, type Site } from './boards/site.js';

/** Some models have a price of their own, so that boards ask for all that they can ask. */
const PRICES = { currency: '€', perGpuHour: 1, models: { 'NVIDIA H100 80GB HBM3': 3 } };

const BOARDS = boards(en, PRICES).map((board) => [board.id, board] as const);
const OF_TENANTS = BOARDS.filter(([, { audience }]) => audience === 'tenant');

/** As much as a board shows when it is opened. */
const SHOWN_SECONDS = 6 * 3600;

type Values = Readonly<Record<string, string>>;

interface Answer {
  readonly labels: Values;
  /** The last value. */
  readonly value: number;
}

let site: Site;

jest.setTimeout(240_000);

/** To make some hours of a site takes seconds alone, and minutes beside all else that is tested. */
const SLOW_MS = 600_000;

async function answer({ expr, overTime }: Omit<Question, 'name'>): Promise<readonly Answer[]> {
  const { prometheus, now } = site;
  if (!overTime) return prometheus.query(expr, now);
  const range = { start: now - SHOWN_SECONDS, end: now, step: 300 };
  const found = await prometheus.queryRange(expr, range);
  return found.map(({ labels, points }) => ({ labels, value: points.at(-1)?.[1] ?? NaN }));
}

/** What a site may rightly have none of, with the reason. */
const RIGHTLY_EMPTY: Readonly<Record<string, string>> = {
  'waste/demand/D': 'nothing is foretold from less than a day, and this site has hours',
};

/** Questions that are asked at once, as a page does. */
const AT_ONCE = 4;

async function empties(questions: readonly Question[], values: Values): Promise<string[]> {
  const empty: string[] = [];
  const ask = async ({ name, expr, overTime }: Question): Promise<void> => {
    const found = await answer({ expr: filled(expr, { ...ALL, ...values }), overTime });
    if (found.length === 0 && !(name in RIGHTLY_EMPTY)) empty.push(name);
  };
  for (let at = 0; at < questions.length; at += AT_ONCE) {
    await Promise.all(questions.slice(at, at + AT_ONCE).map(ask));
  }
  return empty.sort();
}

const valuesOf = async (label: string, selector: string): Promise<string[]> => {
  const found = await site.prometheus.query(`count by (${label}) (${selector})`, site.now);
  return found.map(({ labels }) => labels[label] ?? '').filter((value) => value !== '');
};

describe('a question as a tenant may ask it', () => {
  it('asks every series for the tenant', () => {
    expect(asTenant('sum(a) / on (b) rate(c{d="e"}[5m]) or max_over_time(f{}[1d:5m])', 'x')).toBe(
      'sum(a{tenant="x"}) / on (b) rate(c{tenant="x", d="e"}[5m]) or max_over_time(f{tenant="x"}[1d:5m])',
    );
  });
});

describe('in a site without a cluster label', () => {
  beforeAll(async () => {
    site = await startSite([undefined]);
  }, SLOW_MS);
  afterAll(() => site.stop());

  it.each(BOARDS)('every question of %s is answered', async (_id, board) => {
    expect(await empties([...questionsOf(board), ...questionsBeside(board)], {})).toEqual([]);
  });

  it.each(LIST_QUESTIONS)(
    'every question of the list of %s is answered',
    async (...[, , asked]) => {
      expect(await empties(asked, {})).toEqual([]);
    },
  );

  it.each(LIST_QUESTIONS)('each row of the list of %s has its names', async (_id, list, asked) => {
    const [first] = asked;
    if (first === undefined) throw new Error('a list asks nothing');
    const rows = await answer({ ...first, expr: filled(first.expr, ALL) });
    const named = list.labels.filter((label) => label !== 'cluster');
    for (const { labels } of rows) expect(Object.keys(labels).sort()).toEqual([...named].sort());
  });

  it.each(OF_TENANTS)('every panel of %s shows something to some tenant', async (_id, board) => {
    const tenants = await valuesOf('tenant', 'gpu_workload_allocated_gpus');
    expect(tenants.length).toBeGreaterThan(3);
    const dark: string[] = [];
    for (const { name, expr, overTime } of questionsOf(board)) {
      let shown = 0;
      for (const tenant of tenants) {
        const own = asTenant(filled(expr, ALL), tenant);
        shown += (await answer({ expr: own, overTime })).length;
      }
      if (shown === 0) dark.push(name);
    }
    expect(dark).toEqual([]);
  });

  it.each(OF_TENANTS)('%s shows a tenant what it shows of the tenant', async (_id, board) => {
    const [tenant = ''] = await valuesOf('tenant', 'gpu_workload_allocated_gpus');
    for (const { name, expr } of questionsOf(board)) {
      const at = { overTime: false };
      const own = await answer({ expr: asTenant(filled(expr, ALL), tenant), ...at });
      const chosen = await answer({ expr: filled(expr, { ...ALL, tenant }), ...at });
      expect({ name, labels: own.map(({ labels }) => labels) }).toEqual({
        name,
        labels: chosen.map(({ labels }) => labels),
      });
    }
  });

  it.each(OF_TENANTS)('%s shows nothing of anybody where nobody is chosen', async (_id, board) => {
    for (const { name, expr } of questionsOf(board)) {
      const query = filled(expr, { ...ALL, tenant: 'nobody-of-this-name' });
      const found = await answer({ expr: query, overTime: false });
      expect({ name, found: found.filter(({ value }) => value !== 0) }).toEqual({
        name,
        found: [],
      });
    }
  });
});

describe('in two clusters of the same names', () => {
  beforeAll(async () => {
    site = await startSite(['idc1', 'idc2']);
  }, SLOW_MS);
  afterAll(() => site.stop());

  it.each(BOARDS)('every question of %s is answered for one and for all', async (_id, board) => {
    const questions = [...questionsOf(board), ...questionsBeside(board)];
    expect(await empties(questions, {})).toEqual([]);
    expect(await empties(questions, { cluster: 'idc2' })).toEqual([]);
  });

  it('both together have as much as each of them', async () => {
    const sums = boards(en)
      .flatMap(questionsOf)
      .filter(({ name }) => SUMS.includes(name));
    expect(sums.map(({ name }) => name).sort()).toEqual([...SUMS].sort());
    for (const { name, expr } of sums) {
      const total = async (cluster: string): Promise<number> => {
        const found = await answer({
          expr: filled(expr, { ...ALL, cluster }),
          overTime: false,
        });
        return found.reduce((sum, { value }) => sum + value, 0);
      };
      const [all, one, other] = [await total('.*'), await total('idc1'), await total('idc2')];
      expect({ name, all: all.toFixed(3), some: one > 0 }).toEqual({
        name,
        all: (one + other).toFixed(3),
        some: true,
      });
    }
  });
});

/** Figures that add up over clusters. */
const SUMS = [
  'overview/gpu-ring/used',
  'overview/gpu-ring/held',
  'overview/gpu-ring/total',
  'overview/cpu-ring/held',
  'overview/memory-ring/used',
  'app/numbers/A',
  'app/numbers/B',
  'waste/unused/A',
  'waste/demand/A',
  'health/numbers/A',
  'quota/numbers/A',
  'quota/quotas/B',
  'exporter/numbers/A',
];
