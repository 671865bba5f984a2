import type { Table } from '@gpuscope/aggregation/logs';
import { countsSearch, readCounts, readVolume, volumeSearch } from '@gpuscope/aggregation/logs';
import { answerTo } from '../../../../aggregation/src/logs/search/testing/aggregate.js';
import type { StoreKind } from '../../../servers/index.js';
import { onCrowd } from '../onCrowd.js';

/** Tables with their times as text, so that a difference can be shown. */
const plain = (tables: readonly Table[]) =>
  tables.map(({ columns, ...rest }) => ({
    ...rest,
    columns: columns.map(({ values, ...column }) => ({
      ...column,
      values: [...values].map(String),
    })),
  }));

/** What is counted, over time and at once. */
export function describeCounts(kind: StoreKind): void {
  const on = onCrowd(kind);
  const { records } = on;

  it.each([
    [[]],
    [['namespace']],
    [['level', 'pod']],
    [['host']],
    [['cluster', 'status']],
    [['reason']],
  ])('count by %j as counting one by one does', async (by) => {
    for (const intervalMs of [undefined, 7_000]) {
      const question = {
        show: 'counts',
        selection: {},
        by,
        top: 20,
        ...(intervalMs === undefined ? {} : { intervalMs }),
      } as const;
      const body = countsSearch(on.planOf({}), question);
      const answer = await on.send(body);
      const told = (one: typeof answer) =>
        readCounts(on.planOf({}), question, one).map(({ columns, notices }) => ({
          columns,
          notices,
        }));
      expect(told(answer)).toEqual(told(answerTo(body, records)));
    }
  });

  it('tell the volume by level', async () => {
    const question = { show: 'volume', selection: {}, intervalMs: 3_000 } as const;
    const plan = on.planOf({});
    const body = volumeSearch(plan, question);
    const tables = readVolume(plan, question, await on.send(body));
    expect(plain(tables)).toEqual(plain(readVolume(plan, question, answerTo(body, records))));
    expect(tables.length).toBeGreaterThan(3);
  });
}
