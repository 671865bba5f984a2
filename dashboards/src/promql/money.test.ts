import { boardOf } from '../boards/index.js';
import { panelOptions } from '../grafana/panel.js';
import { en } from '../messages/en/index.js';
import type { PanelSpec } from '../spec/panelSpec.js';
import type { Prices } from '../spec/prices.js';
import { hasPrices, money } from './money.js';

const BILL = { record: 'allocatedSeconds', scope: 'tenant=~"$tenant"', range: '7d' } as const;
const SERIES = 'account:gpu_allocated_seconds:increase5m';

describe('money for GPU-hours', () => {
  it('takes each model by its price, and the others by the common one, none twice', () => {
    const prices = { currency: '€', perGpuHour: 1, models: { A: 2, B: 3 } };
    expect(money(prices, { ...BILL, by: ['app'] })).toBe(
      [
        `sum by (app) (sum_over_time(${SERIES}{tenant=~"$tenant", model="A"}[7d]) * 2 / 3600`,
        `sum_over_time(${SERIES}{tenant=~"$tenant", model="B"}[7d]) * 3 / 3600`,
        `sum_over_time(${SERIES}{tenant=~"$tenant", model!="A", model!="B"}[7d]) * 1 / 3600)`,
      ].join(' or '),
    );
  });

  it('leaves models without a price out where there is no common one', () => {
    expect(money({ currency: '', models: { A: 2 } }, BILL)).toBe(
      `sum(sum_over_time(${SERIES}{tenant=~"$tenant", model="A"}[7d]) * 2 / 3600)`,
    );
  });

  it('quotes names of models, whatever is in them', () => {
    const models = { 'a "b" \\c': 1 };
    expect(money({ currency: '', models }, BILL)).toContain('model="a \\"b\\" \\\\c"');
  });

  it('is known where there is any price, nought too', () => {
    expect(hasPrices({ currency: '€', perGpuHour: 0 })).toBe(true);
    expect(hasPrices({ currency: '€', models: {} })).toBe(false);
    expect(hasPrices(undefined)).toBe(false);
  });
});

describe('boards', () => {
  const PRICES: Prices = { currency: '€', perGpuHour: 2 };
  const panels = (id: 'app' | 'user' | 'waste', prices?: Prices): readonly PanelSpec[] =>
    boardOf(id, en, prices).sections.flatMap((section) => section.panels);

  it.each(['app', 'user'] as const)(
    '%s tells money in the currency, where it has a price',
    (id) => {
      const found = panels(id, PRICES).find((panel) => panel.id === 'money');
      if (found === undefined) throw new Error('no panel of money');
      expect(panelOptions(found).fieldConfig.defaults).toMatchObject({ unit: 'currency:€' });
    },
  );

  it('waste has a column of what was held, and one of what of it lay idle', () => {
    const month = panels('waste', PRICES).find(({ id }) => id === 'month');
    const { queries, columns } = month as Extract<PanelSpec, { kind: 'table' }>;
    const titles = columns.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining([en.words.cost, en.words.costIdle]));
    const shown = columns.flatMap(({ of }) => ('query' in of ? [of.query] : []));
    expect(shown.sort()).toEqual(queries.map(({ refId }) => refId).sort());
  });

  it.each(['app', 'user', 'waste'] as const)('%s says nothing of money without a price', (id) => {
    const said = JSON.stringify(boardOf(id, en, { currency: '€', models: {} }));
    expect(said).toBe(JSON.stringify(boardOf(id, en)));
    expect(said).not.toContain('money');
  });
});
