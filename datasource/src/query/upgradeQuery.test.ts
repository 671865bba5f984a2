import * as fc from 'fast-check';
import { SHOWS } from '../../shared/query.js';
import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { upgradeQuery, wholeSelection } from './upgradeQuery.js';

const foreign = (query: object) => query as Partial<LogsQuery> & { refId: string };

describe("a saved query in today's form", () => {
  it('stays as it is, with all that Grafana keeps in it', () => {
    const saved = linesQuery({ show: 'counts', by: ['app'], hide: true, key: 'Q-1' });
    expect(upgradeQuery(saved)).toEqual(saved);
  });

  it('is the newest lines where nothing was said yet', () => {
    expect(upgradeQuery({ refId: 'B' })).toEqual(linesQuery({ refId: 'B' }));
  });

  it('keeps nothing of another data source but its name and place', () => {
    const datasource = { type: 'loki', uid: 'l' };
    const loki = foreign({ refId: 'A', datasource, hide: true, expr: '{app="web"}', limit: 'x' });
    expect(upgradeQuery(loki)).toEqual(linesQuery({ datasource, hide: true }));
  });

  it('mends what is broken and keeps what is whole', () => {
    const broken = foreign({
      refId: 'A',
      version: 1,
      show: 'pie',
      selection: [],
      limit: 5,
      by: ['app'],
    });
    expect(upgradeQuery(broken)).toEqual(linesQuery({ limit: 5, by: ['app'] }));
    const old = foreign({
      refId: 'A',
      show: 'counts',
      instant: true,
      direction: 'oldest',
      selection: { apps: ['web'] },
    });
    expect(upgradeQuery(old)).toEqual(
      linesQuery({
        show: 'counts',
        instant: true,
        direction: 'oldest',
        selection: { apps: ['web'] },
      }),
    );
  });
});

describe('conditions that are half made', () => {
  it('are left out until they have a name, and values where their operation needs them', () => {
    const whole = [
      { name: 'pod', op: '=' as const, values: ['a'] },
      { name: 'pod', op: 'missing' as const, values: [] },
    ];
    const half = [
      { name: 'pod', op: '!=' as const, values: [] },
      { name: '', op: 'exists' as const, values: [] },
    ];
    expect(wholeSelection({ words: 'x', filters: [...half, ...whole] })).toEqual({
      words: 'x',
      filters: whole,
    });
    expect(wholeSelection({ filters: half })).toEqual({});
  });

  it('cost a selection without any nothing', () => {
    const selection = { apps: ['web'] };
    expect(wholeSelection(selection)).toBe(selection);
  });
});

describe('whatever stands where a query should', () => {
  const saved = fc.record(
    {
      version: fc.constantFrom(0, 1, 2, '1', null),
      show: fc.oneof(fc.constantFrom('lines', 'counts', 'pie'), fc.jsonValue()),
      selection: fc.oneof(fc.constant({ apps: ['web'] }), fc.jsonValue()),
      limit: fc.jsonValue(),
      by: fc.jsonValue(),
      instant: fc.jsonValue(),
      expr: fc.string(),
    },
    { requiredKeys: [] },
  );

  it('becomes a query that can be shown and asked', () => {
    fc.assert(
      fc.property(saved, (part) => {
        const query = upgradeQuery(foreign({ refId: 'A', ...part }));
        expect(query).toMatchObject({ refId: 'A', version: 1 });
        expect(SHOWS).toContain(query.show);
        expect(typeof query.selection).toBe('object');
        expect(query.selection).not.toBeNull();
        expect(Array.isArray(query.selection)).toBe(false);
      }),
    );
  });

  it('is not upgraded twice', () => {
    fc.assert(
      fc.property(saved, (part) => {
        const once = upgradeQuery(foreign({ refId: 'A', ...part }));
        expect(upgradeQuery(once)).toEqual(once);
      }),
    );
  });
});
