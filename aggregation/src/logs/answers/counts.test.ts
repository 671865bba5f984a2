import fc from 'fast-check';
import type { GpuscopeError } from '../../errors.js';
import type { IdentityRules } from '../../identity/index.js';
import { levelOfStored } from '../levels/index.js';
import type { CountsQuestion } from '../question.js';
import { countedPatternFields, countsSearch, namesToPlace } from '../search/counts.js';
import { answerTo } from '../search/testing/aggregate.js';
import { record } from '../search/testing/arbitraries.js';
import {
  DIALECTS,
  ELASTICSEARCH_7_0,
  exact,
  sketchLayout,
  sketchPlan,
} from '../search/testing/plans.js';
import type { Stored } from '../search/testing/stored.js';
import { stored, textsOf } from '../search/testing/stored.js';
import type { SearchPlan } from '../searchPlan.js';
import type { Column, Table } from '../table.js';
import type { Answer } from './answer.js';
import { readCounts } from './counts.js';

const LEVEL = exact('level');
const LAYOUT = sketchLayout();

/** A record's text by the name that lines are counted by. */
function named({ fields }: Stored, name: string): string {
  if (name === 'level')
    return levelOfStored(LAYOUT, LEVEL, String(fields.level ?? '')) ?? 'unknown';
  if (name === 'host') return String(fields.node ?? fields.machine ?? '');
  return String(fields[name] ?? '');
}

function ask(plan: SearchPlan, question: Partial<CountsQuestion>, records: readonly Stored[]) {
  const asked: CountsQuestion = { show: 'counts', selection: {}, by: [], top: 20, ...question };
  return readCounts(plan, asked, answerTo(countsSearch(plan, asked), records));
}

function numberColumn({ columns }: Table): Extract<Column, { type: 'number' | 'integer' }> {
  const column = columns.find(({ type }) => type === 'number');
  if (column?.type !== 'number') throw new Error('no number column');
  return column;
}

/** What tables say: the sum of each group's numbers, by its labels. */
function sums(tables: readonly Table[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    tables.map((table) => {
      const { labels, values } = numberColumn(table);
      return [JSON.stringify(labels), values.reduce((sum: number, value) => sum + (value ?? 0), 0)];
    }),
  );
}

function counted(
  records: readonly Stored[],
  by: readonly string[],
): Readonly<Record<string, number>> {
  const groups: Record<string, number> = {};
  for (const one of records) {
    const key = JSON.stringify(Object.fromEntries(by.map((name) => [name, named(one, name)])));
    groups[key] = (groups[key] ?? 0) + 1;
  }
  return groups;
}

const NAMES = ['namespace', 'pod', 'cluster', 'host', 'level', 'reason', 'status'] as const;
const range = { fromMs: 0, toMs: 30_000 };

describe('counts', () => {
  it('are what counting the lines one by one gives, by any names, at once and over time', () => {
    const by = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 });
    const interval = fc.option(fc.constant(5_000), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 12 }),
        by,
        interval,
        fc.constantFrom(...DIALECTS),
        (records, names, intervalMs, dialect) => {
          const plan = sketchPlan({ range, dialect });
          const question = { by: names, ...(intervalMs === undefined ? {} : { intervalMs }) };
          expect(sums(ask(plan, question, records))).toEqual(counted(records, names));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('put together what indices of different shapes hold in different fields', () => {
    const plan = sketchPlan(
      { range },
      sketchLayout({ indices: ['a'] }),
      sketchLayout({ indices: ['b'], roles: { pod: exact('k8s.pod') } }),
      sketchLayout({ indices: ['c'], without: ['pod'] }),
    );
    const records = [
      stored({ '@timestamp': 1, pod: 'web' }, 'a'),
      stored({ '@timestamp': 1, 'k8s.pod': 'web' }, 'b'),
      stored({ '@timestamp': 1, pod: 'web' }, 'c'),
    ];
    expect(sums(ask(plan, { by: ['pod'] }, records))).toEqual({
      '{"pod":"web"}': 2,
      '{"pod":""}': 1,
    });
  });

  it('come over time as series with a value for every step, zero where no line is', () => {
    const records = [0, 1, 12_000].map((time) => stored({ '@timestamp': time, pod: 'web' }));
    const [table, ...others] = ask(
      sketchPlan({ range }),
      { by: ['pod'], intervalMs: 10_000 },
      records,
    );
    expect(others).toEqual([]);
    expect(table?.type).toBe('timeseries-multi');
    const [time, lines] = table?.columns ?? [];
    expect(time?.values).toEqual(BigInt64Array.from([0n, 10_000_000_000n, 20_000_000_000n]));
    expect(lines).toMatchObject({ type: 'number', values: [2, 1, 0], labels: { pod: 'web' } });
  });

  it('come at once as one number with labels', () => {
    const [table] = ask(sketchPlan(), { by: ['pod'] }, [stored({ pod: 'web' })]);
    expect(table).toMatchObject({
      type: 'numeric-multi',
      columns: [{ type: 'number', values: [1], labels: { pod: 'web' } }],
    });
  });

  it('come as lines a second where a rate is asked for', () => {
    const records = [0, 1, 2, 3, 4].map((time) => stored({ '@timestamp': time }));
    const [table] = ask(sketchPlan({ range }), { intervalMs: 10_000, rate: true }, records);
    expect(table && numberColumn(table)).toMatchObject({
      name: 'rate',
      values: [0.5, 0, 0],
      config: { unit: 'cps' },
    });
  });

  it('are zero where nothing is counted by a name and no line is there, so that an alert can fire on it', () => {
    const [all, ...more] = ask(sketchPlan({ range }), { intervalMs: 10_000 }, []);
    expect(more).toEqual([]);
    expect(all && numberColumn(all).values).toEqual([0, 0, 0]);
    expect(ask(sketchPlan(), { by: ['pod'] }, [])).toEqual([]);
  });

  it('show the largest groups and say what is left out', () => {
    const records = ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((pod) => stored({ pod }));
    const tables = ask(sketchPlan(), { by: ['pod'], top: 2 }, records);
    expect(Object.keys(sums(tables))).toEqual(['{"pod":"a"}', '{"pod":"b"}']);
    expect(tables[0]?.notices.map(({ severity }) => severity)).toEqual(['info']);
    expect(tables[0]?.notices[0]?.text).toMatch(/largest.*2 lines are of smaller groups/);
    expect(ask(sketchPlan(), { by: ['pod'], top: 4 }, records)[0]?.notices).toEqual([]);
  });

  it('say by how much they may be too low where the shards told their largest groups only', () => {
    const plan = sketchPlan();
    const question: CountsQuestion = { show: 'counts', selection: {}, by: ['pod'], top: 5 };
    const answer = answerTo(countsSearch(plan, question), [stored({ pod: 'a' })]);
    const text = JSON.stringify(answer.aggregations).replace('upper_bound":0', 'upper_bound":17');
    const aggregations = JSON.parse(text) as Answer['aggregations'];
    const tables = readCounts(plan, question, { ...answer, aggregations });
    expect(tables[0]?.notices.map(({ severity }) => severity)).toEqual(['warning']);
    expect(tables[0]?.notices[0]?.text).toContain('17');
  });

  it('say that levels are unknown where some indices have none as a field', () => {
    const plan = sketchPlan(
      {},
      sketchLayout({ indices: ['a'] }),
      sketchLayout({ indices: ['b'], without: ['level'] }),
    );
    const tables = ask(plan, { by: ['level'] }, [
      stored({ level: 'error' }, 'a'),
      stored({ level: 'error' }, 'b'),
    ]);
    expect(sums(tables)).toEqual({ '{"level":"error"}': 1, '{"level":"unknown"}': 1 });
    expect(tables[0]?.notices[0]?.text).toMatch(/No level is a field in b/);
  });
});

describe('counts by app, user and tenant', () => {
  const rules: IdentityRules = {
    tenant: [
      { from: 'namespace.name', match: '^(team-[a-z])' },
      { from: 'namespace.name' },
      { from: 'host' },
    ],
    app: [
      { from: 'pod.label', key: 'app' },
      { from: 'pod.name', match: '^(.+)-\\d+$' },
      { from: 'host' },
    ],
    user: [{ from: 'pod.annotation', key: 'by' }],
  };
  const hosts = new Map([['vm-*', { tenant: 'ops', app: 'batch', user: '' }]]);
  const records = [
    stored({ pod: 'x-1', namespace: 'team-ab', 'labels.app': 'web', 'annotations.by': 'ann' }),
    stored({ pod: 'web-1', namespace: 'team-a' }),
    stored({ pod: 'web-2', namespace: 'other', 'annotations.by': 'ann' }),
    stored({ pod: 'bare', namespace: 'other' }),
    stored({ machine: 'vm-1' }),
    stored({ machine: 'vm-2' }),
    stored({ machine: 'unlisted' }),
  ];

  function planFor(
    by: readonly string[],
    identity: Partial<NonNullable<SearchPlan['identity']>> = {},
  ) {
    const bare = sketchPlan({ identity: { rules, hosts, ...identity } });
    const listed = countedPatternFields(bare, by).map((field) => {
      const texts = records
        .map((one) => textsOf(one).get(field) ?? '')
        .filter((text) => text !== '');
      return [field, [...new Set(texts)]] as const;
    });
    return sketchPlan({ identity: { rules, hosts, ...identity, listed: new Map(listed) } });
  }

  it('put lines of one app together, however its name was told', () => {
    const by = ['app'];
    expect(sums(ask(planFor(by), { by }, records))).toEqual({
      '{"app":"web"}': 3,
      '{"app":"batch"}': 2,
      '{"app":""}': 2,
    });
  });

  it('hold for tenants and users as well, and for two names at once', () => {
    const by = ['tenant', 'user'];
    expect(sums(ask(planFor(by), { by }, records))).toEqual({
      '{"tenant":"team-a","user":"ann"}': 1,
      '{"tenant":"team-a","user":""}': 1,
      '{"tenant":"other","user":"ann"}': 1,
      '{"tenant":"other","user":""}': 1,
      '{"tenant":"","user":""}': 1,
      '{"tenant":"ops","user":""}': 2,
    });
  });

  it('need no list where every rule gives the field as it is', () => {
    const plain = sketchPlan({
      identity: { rules: { ...rules, user: [{ from: 'pod.label', key: 'by' }] }, hosts: new Map() },
    });
    expect(countedPatternFields(plain, ['user', 'pod'])).toEqual([]);
    expect(countedPatternFields(plain, ['app'])).toEqual(['pod']);
  });

  it('take what the shipped filter wrote, save for tenants', () => {
    const layout = sketchLayout({ roles: { app: exact('gpuscope.app') } });
    const plan = sketchPlan(
      { identity: { rules: { ...rules, app: [] }, hosts: new Map() } },
      layout,
    );
    const own = [
      stored({ pod: 'p', 'gpuscope.app': 'web' }),
      stored({ pod: 'p' }),
      stored({ machine: 'm' }),
    ];
    expect(sums(ask(plan, { by: ['app'] }, own))).toEqual({ '{"app":"web"}': 1, '{"app":""}': 2 });
  });

  it('are told by the metrics where the records lack what a rule reads, each line once', () => {
    const layout = sketchLayout({
      identity: { podLabel: () => undefined, namespaceLabel: () => undefined },
    });
    const own: IdentityRules = {
      tenant: [{ from: 'namespace.label', key: 'workspace' }],
      app: [
        { from: 'pod.annotation', key: 'app' },
        { from: 'pod.label', key: 'app' },
      ],
      user: [],
    };
    const place = (namespace: string, pod: string) => ({ namespace, pod });
    const placed = new Map([
      [
        'app' as const,
        new Map([
          ['web', [place('team-a', 'x-1'), place('team-a', 'x-2')]],
          ['renamed', [place('team-a', 'x-1')]],
          ['', [place('team-a', 'x-3')]],
        ]),
      ],
      ['tenant' as const, new Map([['acme', [place('team-a', 'x-1')]]])],
    ]);
    const pods = [
      stored({ namespace: 'team-a', pod: 'x-1' }),
      stored({ namespace: 'team-a', pod: 'x-2' }),
      stored({ namespace: 'team-a', pod: 'x-3' }),
      stored({ namespace: 'team-b', pod: 'x-1' }),
      stored({ namespace: 'team-b', pod: 'y', 'annotations.app': 'db' }),
      stored({ namespace: 'team-a', pod: 'x-1', 'annotations.app': 'db' }),
    ];
    const bare = sketchPlan({ identity: { rules: own, hosts: new Map() } }, layout);
    expect(namesToPlace(bare, ['app', 'user', 'pod'])).toEqual(['app']);
    const plan = sketchPlan({ identity: { rules: own, hosts: new Map(), placed } }, layout);
    expect(sums(ask(plan, { by: ['app'] }, pods))).toEqual({
      '{"app":"web"}': 2,
      '{"app":""}': 2,
      '{"app":"db"}': 2,
    });
    expect(sums(ask(plan, { by: ['tenant'] }, pods))).toEqual({
      '{"tenant":"acme"}': 4,
      '{"tenant":""}': 2,
    });
  });

  it('are refused where the records lack what a rule reads', () => {
    const layout = sketchLayout({ identity: { podLabel: () => undefined } });
    const plan = sketchPlan({ identity: { rules, hosts } }, layout);
    expect(() => ask(plan, { by: ['app'] }, [])).toThrow(
      /counted by app.*pod\.label "app".*gpuscope\.app/,
    );
  });
});

describe('what can not be counted', () => {
  const refused = (question: Partial<CountsQuestion>, plan = sketchPlan()) => {
    try {
      ask(plan, question, []);
    } catch (error) {
      return error as Error & { code: string };
    }
    throw new Error('nothing was refused');
  };

  it('by three names', () => {
    expect(refused({ by: ['pod', 'level', 'namespace'] }).code).toBe('QUERY_INVALID');
  });

  it('more numbers than the store answers at once, with what to change', () => {
    const old = sketchPlan({ dialect: ELASTICSEARCH_7_0, range: { fromMs: 0, toMs: 3_600_000 } });
    const error = refused({ by: ['pod', 'namespace'], top: 20, intervalMs: 60_000 }, old);
    expect(error.code).toBe('LIMIT_EXCEEDED');
    expect(error.message).toMatch(/10000.*longer steps.*fewer groups/);
  });

  it('in too many steps, or in steps of no length', () => {
    expect(refused({ intervalMs: 1, by: [] }).code).toBe('LIMIT_EXCEEDED');
    expect(refused({ intervalMs: 0 }).code).toBe('QUERY_INVALID');
    expect(refused({ intervalMs: 1.5 }).code).toBe('QUERY_INVALID');
  });

  it('a field whose values the store can not list', () => {
    const flat = sketchLayout({ roles: { stream: exact('stream', 'flat_object') } });
    const error = refused({ by: ['stream'] }, sketchPlan({}, flat));
    expect(error.code).toBe('FIELD_NOT_EXACT');
    expect(error.message).toMatch(/flat_object/);
  });

  it('a level that is in the lines only', () => {
    const plan = sketchPlan({}, sketchLayout({ without: ['level'] }));
    expect(refused({ by: ['level'] }, plan).code).toBe('FIELD_NOT_EXACT');
  });
});

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as GpuscopeError).code;
  }
  return 'nothing was thrown';
}

describe('an answer that does not fit', () => {
  const question: CountsQuestion = { show: 'counts', selection: {}, by: ['pod'], top: 5 };
  it.each([
    [{}, /s0/],
    [{ s0: { doc_count: 'x' } }, /doc_count/],
    [{ s0: { doc_count: 1 } }, /k0/],
    [
      {
        s0: {
          doc_count: 1,
          k0: { sum_other_doc_count: 0, doc_count_error_upper_bound: 0, buckets: {} },
        },
      },
      /buckets/,
    ],
  ])("is said to be the store's: %j", (aggregations, message) => {
    const read = () =>
      readCounts(sketchPlan(), question, { hits: [], total: 0, isTotalExact: true, aggregations });
    expect(read).toThrow(message);
    expect(codeOf(read)).toBe('STORE_INVALID');
  });
});
