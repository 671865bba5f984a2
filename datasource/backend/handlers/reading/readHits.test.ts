import type { Hit } from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import { admittedTo, knownOf } from '../../testing/admitted.js';
import { NEVER } from '../../testing/contexts.js';
import { fakeStore, hitOf } from '../../testing/fakeStore.js';
import { textWith } from '../../testing/matching.js';
import { memoryLog } from '../../testing/memoryLog.js';
import type { ReadOptions } from './readHits.js';
import { readHits } from './readHits.js';

const AT = 1_700_000_000_000;
const EVERYTHING: Scope = { kind: 'everything' };
const TEAM_A: Scope = {
  kind: 'tenants',
  tenants: [{ tenant: 'risk', grants: [{ cluster: 'idc1', namespace: 'team-a', fromMs: AT }] }],
};

async function read(hits: readonly Hit[], some: Partial<ReadOptions> = {}) {
  const log = memoryLog();
  const admitted = admittedTo({ store: fakeStore(), log });
  const options = {
    known: knownOf(),
    scope: EVERYTHING,
    words: '',
    columns: [],
    ...some,
  };
  const found = await readHits(hits, admitted, options, NEVER);
  return { ...found, log, metrics: await admitted.metrics.text() };
}

describe('readHits', () => {
  it('reads records, in the order in which they came', async () => {
    const hits = [hitOf({ ms: AT + 1, line: 'two' }), hitOf({ ms: AT, line: 'one' })];
    const found = await read(hits);
    expect(found.records.map(({ line, pod }) => [line, pod])).toEqual([
      ['two', 'web-0'],
      ['one', 'web-0'],
    ]);
    expect(found.hits).toEqual(hits);
    expect(found.notices).toEqual([]);
  });

  it('leaves out what the scope does not hold, counts it, and tells operators', async () => {
    const hits = [
      hitOf({ ms: AT, line: 'mine' }),
      hitOf({ ms: AT, line: 'theirs', namespace: 'team-b' }),
      hitOf({ ms: AT - 1, line: 'before it was mine' }),
    ];
    const { records, notices, log, metrics } = await read(hits, { scope: TEAM_A });
    expect(records.map(({ line }) => line)).toEqual(['mine']);
    expect(notices.map(({ text }) => text)).toEqual([textWith('2 lines that the store answered')]);
    expect(log.lines).toEqual([textWith('error the store answered with records')]);
    expect(log.lines.join()).not.toContain('theirs');
    expect(metrics).toContain('gpuscope_logs_hits_dropped_total 2');
  });

  it('keeps the hits beside their records when others are left out', async () => {
    const [own, other] = [
      hitOf({ ms: AT, line: 'mine' }),
      hitOf({ ms: AT, line: 'x', namespace: 'b' }),
    ];
    const { hits, records } = await read([other, own], { scope: TEAM_A });
    expect(hits).toEqual([own]);
    expect(records[0]?.id).toBe(`logs-1/${own.id}`);
  });

  it('leaves out lines that do not hold the words, and believes the store where a line was cut', async () => {
    const long = `${'x'.repeat(100)} needle`;
    const hits = ['a needle here', 'need-le', long].map((line, i) => hitOf({ ms: AT + i, line }));
    const { records, unfit } = await read(hits, { words: 'needle', maxLineChars: 50 });
    expect(records.map(({ cut }) => cut)).toEqual([0, long.length - 50]);
    expect(unfit).toBe(1);
  });

  it('leaves out, with a word, what came from an index that nobody can read', async () => {
    const hits = [{ ...hitOf({ ms: AT, line: 'x' }), index: 'odd-1' }];
    const known = knownOf();
    const layouts = known.layouts.map((layout) => ({ ...layout, indices: ['logs-1'] }));
    const { records, notices } = await read(hits, { known: { ...known, layouts } });
    expect(records).toEqual([]);
    expect(notices.map(({ text }) => text)).toEqual([textWith('1 lines are left out')]);
  });

  it('brings the columns that were asked for', async () => {
    const hits = [hitOf({ ms: AT, line: 'x', labels: { app: 'web' } })];
    const { records } = await read(hits, { columns: ['label.app'] });
    expect(records[0]?.extra.get('label.app')).toBe('web');
  });
});
