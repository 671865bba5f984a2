import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { listAnswer, openList, stageEditor } from '../testing/editor.js';

const toggle = () => screen.getByRole('button', { name: /^More conditions/ });
const openMore = (user: UserEvent) => user.click(toggle());

describe('more conditions', () => {
  it('say while closed what is set in them', async () => {
    const { user } = await stageEditor({
      query: {
        selection: {
          namespaces: ['cv', 'nlp'],
          lucene: 'a:b',
          filters: [{ name: 'status', op: '!=', values: ['200'] }],
        },
      },
    });
    expect(toggle().textContent).toBe('More conditionsNamespace: cv, nlp · status != 200 · a:b');
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
    await openMore(user);
    expect(toggle().textContent).toBe('More conditions');
    expect(screen.getByRole('combobox', { name: 'Namespace' })).toBeInstanceOf(HTMLElement);
  });

  it('offer tenants and clusters only to who sees everything', async () => {
    const { user } = await stageEditor();
    await openMore(user);
    expect(screen.queryByRole('combobox', { name: 'Tenant' })).toBeNull();
    expect(screen.getByRole('combobox', { name: 'User' })).toBeInstanceOf(HTMLElement);
  });

  it('offer them to an operator', async () => {
    const { user } = await stageEditor({ about: { seesEverything: true } });
    await openMore(user);
    expect(screen.getByRole('combobox', { name: 'Tenant' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('combobox', { name: 'Cluster' })).toBeInstanceOf(HTMLElement);
  });

  it('show a tenant that a saved query names, whoever opens it', async () => {
    const { user } = await stageEditor({ query: { selection: { tenants: ['cv'] } } });
    await openMore(user);
    expect(screen.getByRole('combobox', { name: 'Tenant' })).toBeInstanceOf(HTMLElement);
  });

  it('take Lucene, asked with Enter', async () => {
    const { user, runs } = await stageEditor();
    await openMore(user);
    const field = screen.getByRole('textbox', { name: 'Lucene' });
    await user.type(field, 'level:error OR line:oom');
    expect(runs).toEqual([]);
    await user.keyboard('{Enter}');
    expect(runs[0]?.selection).toEqual({ lucene: 'level:error OR line:oom' });
  });
});

describe('a condition on a field', () => {
  const answers = {
    ...listAnswer('fields', [['http.status'], ['trace_id']]),
    ...listAnswer('values', [['500', 7]]),
  };

  it('is added, named and given values', async () => {
    const { user, changes, runs, calls } = await stageEditor({ answers });
    await openMore(user);
    await user.click(screen.getByRole('button', { name: 'Add a condition' }));
    const fields = await openList(user, 'Field');
    expect(fields.map(({ textContent }) => textContent)).toEqual(['http.status', 'trace_id']);
    await user.click(fields[0]!);
    const values = await openList(user, 'Values');
    await user.click(values[0]!);
    const filters = [{ name: 'http.status', op: '=', values: ['500'] }];
    expect(changes.at(-1)?.selection).toEqual({ filters });
    expect(calls.at(-1)?.body).toMatchObject({ name: 'http.status', selection: {} });
    await user.click(toggle());
    expect(runs.at(-1)?.selection).toEqual({ filters });
  });

  it('that asks whether the field is there needs no values', async () => {
    const filters = [{ name: 'trace_id', op: '=' as const, values: ['t'] }];
    const { user, changes } = await stageEditor({ query: { selection: { filters } } });
    await openMore(user);
    const rows = await openList(user, 'Condition');
    await user.click(rows.find(({ textContent }) => textContent === 'is missing')!);
    expect(changes.at(-1)?.selection).toEqual({
      filters: [{ name: 'trace_id', op: 'missing', values: [] }],
    });
    expect(screen.queryByRole('combobox', { name: 'Values' })).toBeNull();
  });

  it('is removed, and the rest asked at once', async () => {
    const filters = [
      { name: 'a', op: '=' as const, values: ['1'] },
      { name: 'b', op: '=' as const, values: ['2'] },
    ];
    const { user, runs } = await stageEditor({ query: { selection: { filters } } });
    await openMore(user);
    const remove = screen.getAllByRole('button', { name: 'Remove this condition' });
    await user.click(remove[0]!);
    expect(runs.at(-1)?.selection).toEqual({ filters: [filters[1]] });
    await user.click(screen.getByRole('button', { name: 'Remove this condition' }));
    expect(runs.at(-1)?.selection).toEqual({});
  });

  it('lists values within the other conditions, not its own', async () => {
    const filters = [
      { name: 'a', op: '=' as const, values: ['1'] },
      { name: 'b', op: '=' as const, values: ['2'] },
    ];
    const { user, calls } = await stageEditor({ answers, query: { selection: { filters } } });
    await openMore(user);
    await user.click(screen.getAllByRole('combobox', { name: 'Values' })[0]!);
    await within(await screen.findByRole('listbox')).findAllByRole('option');
    expect(calls.at(-1)?.body).toMatchObject({ name: 'a', selection: { filters: [filters[1]] } });
  });
});
