import type { Table } from '@gpuscope/aggregation/logs';
import { withNotices } from './withNotices.js';

const told = (text: string) => ({ severity: 'info', text }) as const;

const table = (name: string, notice?: string): Table => ({
  name,
  type: 'table',
  columns: [],
  notices: notice === undefined ? [] : [told(notice)],
});

describe('withNotices', () => {
  it('puts them on the first table only, before its own', () => {
    const [first, second] = withNotices([table('a', 'own'), table('b')], [told('new')]);
    expect(first?.notices).toEqual([told('new'), told('own')]);
    expect(second?.notices).toEqual([]);
  });

  it('says them even where there is no table', () => {
    expect(withNotices([], [told('why')])).toMatchObject([{ columns: [], notices: [told('why')] }]);
    expect(withNotices([], [])).toEqual([]);
  });
});
