import fc from 'fast-check';
import { LISTS, type FigureId } from '@gpuscope/dashboards';
import {
  nextOrder,
  ordered,
  readOrder,
  searched,
  standardOrder,
  writeOrder,
  type Order,
} from './order.js';
import type { Row } from './rows.js';

const row = (name: string, figures: Row['figures'] = {}, tenant = 'risk'): Row => ({
  key: name,
  name,
  labels: { app: name, tenant },
  figures,
  trend: [],
});

const names = (rows: readonly Row[]) => rows.map(({ name }) => name);
const by = (of: Order['by'], descending = false): Order => ({ by: of, descending });

describe('an order', () => {
  it('is read as it was written, for every column of every list', () => {
    for (const spec of Object.values(LISTS)) {
      const names = (['tenant', 'cluster'] as const).filter((name) => spec.labels.includes(name));
      const columns: Order['by'][] = ['name', ...names, ...spec.figures.map(({ id }) => id)];
      for (const column of columns) {
        for (const order of [by(column), by(column, true)]) {
          expect(readOrder(writeOrder(order), spec)).toEqual(order);
        }
      }
    }
  });

  it.each([undefined, null, '', 'colour', '-', '--held', ' held', 'toString', ['held', 'used']])(
    'is the standard one for %j',
    (text) => {
      expect(readOrder(text, LISTS.apps)).toEqual(standardOrder(LISTS.apps));
    },
  );

  it('does not take a column of another list', () => {
    expect(readOrder('temperature', LISTS.apps)).toEqual(standardOrder(LISTS.apps));
    expect(readOrder('tenant', LISTS.nodes)).toEqual(standardOrder(LISTS.nodes));
    expect(readOrder('cluster', LISTS.nodes)).toEqual(by('cluster'));
    expect(readOrder('temperature', LISTS.nodes)).toEqual(by('temperature'));
  });

  it('turns round on a second click, and begins with the greatest figure and the first name', () => {
    expect(nextOrder(by('used', true), 'used')).toEqual(by('used'));
    expect(nextOrder(by('name'), 'used')).toEqual(by('used', true));
    expect(nextOrder(by('used', true), 'name')).toEqual(by('name'));
  });
});

describe('ordered', () => {
  it('puts numbers in names in their order', () => {
    const rows = ['gpu-10', 'gpu-9', 'gpu-1'].map((name) => row(name));
    expect(names(ordered(rows, by('name')))).toEqual(['gpu-1', 'gpu-9', 'gpu-10']);
    expect(names(ordered(rows, by('name', true)))).toEqual(['gpu-10', 'gpu-9', 'gpu-1']);
  });

  it('orders by tenant, equals by name', () => {
    const rows = [row('b', {}, 'z'), row('a', {}, 'z'), row('c', {}, 'y')];
    expect(names(ordered(rows, by('tenant')))).toEqual(['c', 'a', 'b']);
  });

  it('puts rows without the figure last, whichever way it is ordered', () => {
    const rows = [row('none'), row('much', { held: 8 }), row('little', { held: 1 })];
    expect(names(ordered(rows, by('held', true)))).toEqual(['much', 'little', 'none']);
    expect(names(ordered(rows, by('held')))).toEqual(['little', 'much', 'none']);
  });

  it('is the same whatever the order of the answer: rows do not jump when the page asks anew', () => {
    const figure = fc.option(fc.constantFrom(0, 1, Infinity, -Infinity), { nil: undefined });
    const place = fc.record({
      name: fc.constantFrom('a', 'A', 'a2', 'a10', 'é', 'e\u0301', 'DOMAIN\\x', '训练'),
      tenant: fc.constantFrom('risk', 'research'),
      held: figure,
    });
    const rows = fc.uniqueArray(place, { selector: ({ name, tenant }) => `${tenant}/${name}` });
    const order = fc.record({
      by: fc.constantFrom<Order['by']>('name', 'tenant', 'cluster', 'held'),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(rows, order, fc.infiniteStream(fc.nat()), (given, wanted, chance) => {
        const all = given.map(({ name, tenant, held }) => ({
          ...row(name, held === undefined ? {} : { held }, tenant),
          key: `${tenant}/${name}`,
        }));
        const shuffled = all
          .map((one) => ({ one, at: chance.next().value as number }))
          .sort((left, right) => left.at - right.at)
          .map(({ one }) => one);
        expect(ordered(shuffled, wanted)).toEqual(ordered(all, wanted));
      }),
    );
  });

  it('keeps every row, in the figures’ order, and changes nothing of what it was given', () => {
    const figures = fc.record({
      held: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    });
    const rows = fc.array(fc.tuple(fc.string(), figures));
    fc.assert(
      fc.property(rows, fc.boolean(), (given, descending) => {
        const all = given.map(([name, { held }]) => row(name, held === undefined ? {} : { held }));
        const before = [...all];
        const result = ordered(all, { by: 'held' satisfies FigureId, descending });
        expect(all).toEqual(before);
        expect(new Set(result)).toEqual(new Set(all));
        const values = result.flatMap((one) => one.figures.held ?? []);
        const sorted = [...values].sort((one, other) => (descending ? other - one : one - other));
        expect(values).toEqual(sorted);
      }),
    );
  });
});

describe('searched', () => {
  const rows = [row('llm-train', {}, 'research'), row('ocr', {}, 'Risk'), row('训练', {}, 'risk')];

  it('finds all words in any label, in any case and order', () => {
    expect(names(searched(rows, 'TRAIN search'))).toEqual(['llm-train']);
    expect(names(searched(rows, 'risk'))).toEqual(['ocr', '训练']);
    expect(names(searched(rows, '训'))).toEqual(['训练']);
  });

  it.each([
    ['jose', 'José'],
    ['JOSÉ', 'jose'],
    ['jos\u00e9', 'jose\u0301'],
    ['ｌｌｍ　ｔｒａｉｎ', 'llm-train'],
    ['domain\\li', 'DOMAIN\\li.wei'],
    ['a.b(c)|d', 'a.b(c)|d'],
    ['straße', 'STRASSE'],
    ['  ocr\t', 'ocr'],
  ])('finds by %j what is called %j', (words, name) => {
    expect(names(searched([row(name), row('other')], words))).toEqual([name]);
  });

  it('takes what is searched for by its letters, not as a pattern', () => {
    expect(searched([row('axb'), row('ab')], 'a.b')).toEqual([]);
    expect(searched([row('ab')], '[a')).toEqual([]);
  });

  it('finds everything where nothing is searched for, and nothing where nothing matches', () => {
    expect(searched(rows, '  ')).toHaveLength(rows.length);
    expect(searched(rows, 'risk train')).toEqual([]);
  });
});
