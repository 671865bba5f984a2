import {
  listSearch,
  readList,
  readValues,
  sampleSearch,
  valuesSearch,
} from '@gpuscope/aggregation/logs';
import { inScope } from '@gpuscope/aggregation/scope';
import { answerTo } from '../../../../aggregation/src/logs/search/testing/aggregate.js';
import { placed } from '../../../../aggregation/src/logs/search/testing/stored.js';
import type { StoreKind } from '../../../servers/index.js';
import { onCrowd } from '../onCrowd.js';

/** What is listed and drawn. */
export function describeLists(kind: StoreKind): void {
  const on = onCrowd(kind);
  const { records } = on;

  it('list values, those that begin with a text, and those of one field for patterns', async () => {
    const plan = on.planOf({});
    for (const prefix of ['', 'web', 'team-a']) {
      for (const name of ['pod', 'namespace', 'host', 'level', 'cluster']) {
        const question = { show: 'values', selection: {}, name, prefix, top: 3 } as const;
        const body = valuesSearch(plan, question);
        const values = readValues(plan, question, await on.send(body));
        expect([name, prefix, values]).toEqual([
          name,
          prefix,
          readValues(plan, question, answerTo(body, records)),
        ]);
      }
    }
    const body = listSearch(plan, 'namespace');
    expect(readList(await on.send(body))).toEqual(readList(answerTo(body, records)));
  });

  it('draw the same sample for the same seed, another for another, out of the scope never', async () => {
    const tenants = {
      kind: 'tenants',
      tenants: [{ tenant: 't', grants: [{ cluster: 'idc1', namespace: 'team-a' }] }],
    } as const;
    const draw = async (seed: number, own = on.planOf({})) =>
      (await on.send(sampleSearch(own, seed, 20))).hits.map(({ id }) => id);
    const first = await draw(1);
    expect(first).toHaveLength(20);
    expect(await draw(1)).toEqual(first);
    expect(await draw(2)).not.toEqual(first);
    const own = records.filter((one) => inScope(placed(one), tenants)).map(({ id }) => id);
    for (const id of await draw(3, on.planOf({ scope: tenants }))) expect(own).toContain(id);
  });
}
