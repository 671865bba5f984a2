import type { Table } from '@gpuscope/aggregation/logs';
import { info } from './notices.js';
import { withNotices } from './withNotices.js';

const table = (name: string, notice?: string): Table => ({
  name,
  type: 'table',
  columns: [],
  notices: notice === undefined ? [] : [info(notice)],
});

describe('withNotices', () => {
  it('puts them on the first table only, before its own', () => {
    const [first, second] = withNotices([table('a', 'own'), table('b')], [info('new')]);
    expect(first?.notices).toEqual([info('new'), info('own')]);
    expect(second?.notices).toEqual([]);
  });

  it('says them even where there is no table', () => {
    expect(withNotices([], [info('why')])).toMatchObject([{ columns: [], notices: [info('why')] }]);
    expect(withNotices([], [])).toEqual([]);
  });
});
