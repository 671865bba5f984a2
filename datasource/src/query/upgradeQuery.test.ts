import { linesQuery } from '../testing/queries.js';
import type { LogsQuery } from '../types.js';
import { isWhole, upgradeQuery } from './upgradeQuery.js';

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

describe('a condition', () => {
  it('can be asked when it has a name, and values where its operation needs them', () => {
    expect(isWhole({ name: 'pod', op: '=', values: ['a'] })).toBe(true);
    expect(isWhole({ name: 'pod', op: 'missing', values: [] })).toBe(true);
    expect(isWhole({ name: 'pod', op: '!=', values: [] })).toBe(false);
    expect(isWhole({ name: '', op: 'exists', values: [] })).toBe(false);
  });
});
