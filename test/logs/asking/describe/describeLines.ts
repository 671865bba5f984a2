import fc from 'fast-check';
import type { LinesQuestion } from '@gpuscope/aggregation/logs';
import { linesSearch } from '@gpuscope/aggregation/logs';
import { inScope } from '@gpuscope/aggregation/scope';
import { foundBy } from '../../../../aggregation/src/logs/search/testing/aggregate.js';
import { scope, selection } from '../../../../aggregation/src/logs/search/testing/arbitraries.js';
import { placed } from '../../../../aggregation/src/logs/search/testing/stored.js';
import type { StoreKind } from '../../../servers/index.js';
import { onCrowd } from '../onCrowd.js';

const NEWEST: LinesQuestion = { show: 'lines', selection: {}, direction: 'newest', limit: 1_000 };

/** Which lines a search finds, and in which order. */
export function describeLines(kind: StoreKind): void {
  const on = onCrowd(kind);
  const { records } = on;

  it('find what they mean, and nothing that the scope does not have', async () => {
    const asked = fc.sample(fc.tuple(scope, selection), { numRuns: 60, seed: 22 });
    for (const [drawn, chosen] of asked) {
      const plan = on.planOf({ scope: drawn, selection: chosen });
      const body = linesSearch(plan, NEWEST);
      const { hits } = await on.send(body);
      const wanted = foundBy(body, records);
      expect(hits.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
      expect(wanted.every((one) => inScope(placed(one), drawn))).toBe(true);
    }
  });

  it('come in the order of time, the newest and the oldest first', async () => {
    for (const direction of ['newest', 'oldest'] as const) {
      const { hits } = await on.send(linesSearch(on.planOf({}), { ...NEWEST, direction }));
      const times = hits.map(({ sort }) => Number(sort[0]));
      const sorted = [...times].sort((a, b) => (direction === 'newest' ? b - a : a - b));
      expect(times).toEqual(sorted);
      expect(hits).toHaveLength(400);
    }
  });

  it('newest first is oldest first turned round, where one shard holds the lines', async () => {
    const idsOf = async (direction: LinesQuestion['direction']) => {
      const body = linesSearch(on.planOf({}), { ...NEWEST, direction });
      return (await on.sendToOneShard(body)).hits.map(({ id }) => id);
    };
    expect((await idsOf('newest')).reverse()).toEqual(await idsOf('oldest'));
  });
}
