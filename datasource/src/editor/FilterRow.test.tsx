import { setTemplateSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FieldFilter } from '@gpuscope/aggregation/logs';
import { listAnswer, openList } from '../testing/editor.js';
import { grafanaWith } from '../testing/grafana.js';
import { templatesOf } from '../testing/templates.js';
import { FilterRow } from './FilterRow.js';

const answers = {
  ...listAnswer('fields', [['http.status'], ['trace_id']]),
  ...listAnswer('values', [['500', 3]], true),
};

function stage(filter: FieldFilter) {
  const { datasource, calls } = grafanaWith({ answers });
  setTemplateSrv(templatesOf({}));
  const onChange = jest.fn<undefined, [FieldFilter]>();
  const onRemove = jest.fn();
  const within = { finder: datasource, selection: {}, range: undefined };
  render(<FilterRow filter={filter} within={within} onChange={onChange} onRemove={onRemove} />);
  return { user: userEvent.setup(), onChange, onRemove, calls };
}

describe('one condition', () => {
  it('forgets its values when it gets another field', async () => {
    const { user, onChange } = stage({ name: 'a', op: '!=', values: ['1'] });
    const rows = await openList(user, 'Field');
    await user.click(rows[1]!);
    expect(onChange.mock.lastCall).toEqual([{ name: 'trace_id', op: '!=', values: [] }]);
  });

  it('keeps them when it is only turned round', async () => {
    const { user, onChange } = stage({ name: 'a', op: '=', values: ['1'] });
    const rows = await openList(user, 'Condition');
    await user.click(rows.find(({ textContent }) => textContent === 'is none of')!);
    expect(onChange.mock.lastCall).toEqual([{ name: 'a', op: '!=', values: ['1'] }]);
  });

  it('takes several values, and any that is typed', async () => {
    const { user, onChange } = stage({ name: 'http.status', op: '=', values: ['404'] });
    const rows = await openList(user, 'Values');
    await user.click(rows[0]!);
    expect(onChange.mock.lastCall?.[0].values).toEqual(['404', '500']);
    await user.type(screen.getByRole('combobox', { name: 'Values' }), '503');
    await user.click((await screen.findAllByRole('option'))[0]!);
    expect(onChange.mock.lastCall?.[0].values).toEqual(['404', '503']);
  });

  it('has no values to choose before it has a field', () => {
    stage({ name: '', op: '=', values: [] });
    const values = screen.getByRole<HTMLInputElement>('combobox', { name: 'Values' });
    expect(values.disabled).toBe(true);
  });

  it('can be taken away', async () => {
    const { user, onRemove, calls } = stage({ name: 'a', op: 'exists', values: [] });
    await user.click(screen.getByRole('button', { name: 'Remove this condition' }));
    expect(onRemove).toHaveBeenCalledTimes(1);
    expect(calls).toEqual([]);
  });
});
