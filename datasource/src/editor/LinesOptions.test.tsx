import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { listAnswer, openList, stageEditor } from '../testing/editor.js';

const toggle = () => screen.getByRole('button', { name: /^Lines/ });
const openLines = (user: UserEvent) => user.click(toggle());
const limit = () => screen.getByRole('spinbutton', { name: 'At most this many lines' });

describe('which lines', () => {
  it('are told while closed', async () => {
    await stageEditor({
      query: { direction: 'oldest', limit: 2000, joinStacks: true, columns: ['trace_id'] },
    });
    expect(toggle().textContent).toBe('Linesthe oldest 2,000 · stack traces joined · trace_id');
  });

  it('are the newest or the oldest', async () => {
    const { user, runs } = await stageEditor();
    expect(toggle().textContent).toBe('Linesthe newest 500');
    await openLines(user);
    await user.click(screen.getByRole('radio', { name: 'Oldest' }));
    expect(runs.at(-1)).toMatchObject({ direction: 'oldest' });
  });

  it('are as many as are written, asked with Enter', async () => {
    const { user, changes, runs } = await stageEditor();
    await openLines(user);
    await user.type(limit(), '1200');
    expect(changes).toEqual([]);
    await user.keyboard('{Enter}');
    expect(runs).toMatchObject([{ limit: 1200 }]);
    await user.clear(limit());
    await user.keyboard('{Enter}');
    expect(runs.at(-1)).not.toHaveProperty('limit');
  });

  it('are never more than the source allows, and it says so', async () => {
    const { user, changes, runs } = await stageEditor({
      about: { limits: { rangeMs: 1, lines: 5000 } },
    });
    await openLines(user);
    await user.type(limit(), '5001{Enter}');
    expect(screen.getByText('A whole number from 1 to 5,000')).toBeInstanceOf(HTMLElement);
    await user.tab();
    expect([changes, runs]).toEqual([[], []]);
  });

  it('have stack traces in one piece', async () => {
    const { user, runs } = await stageEditor();
    await openLines(user);
    await user.click(screen.getByRole('switch', { name: /Join/ }));
    expect(runs.at(-1)).toMatchObject({ joinStacks: true });
    await user.click(screen.getByRole('switch', { name: /Join/ }));
    expect(runs.at(-1)).not.toHaveProperty('joinStacks');
  });

  it('come with further fields', async () => {
    const { user, changes } = await stageEditor({ answers: listAnswer('fields', [['trace_id']]) });
    await openLines(user);
    const rows = await openList(user, 'Further fields');
    await user.click(rows[0]!);
    expect(changes.at(-1)?.columns).toEqual(['trace_id']);
    await user.click(rows[0]!);
    expect(changes.at(-1)).not.toHaveProperty('columns');
  });
});

describe('counts', () => {
  const counts = { query: { show: 'counts' as const } };

  it('are by known names first, then by fields, by two at most', async () => {
    const answers = listAnswer('fields', [['app'], ['http.status']]);
    const { user, changes } = await stageEditor({ ...counts, answers });
    const rows = await openList(user, 'By');
    const names = rows.map(({ textContent }) => textContent);
    expect(names[0]).toBe('appApp');
    expect(names.filter((name) => name?.startsWith('app'))).toHaveLength(1);
    expect(names.at(-1)).toBe('http.status');
    for (const row of rows.slice(0, 3)) await user.click(row);
    expect(changes.at(-1)?.by).toHaveLength(2);
    expect(screen.getByText(/Two at most/)).toBeInstanceOf(HTMLElement);
  });

  it('are of the largest groups, where there are groups', async () => {
    const { user, runs } = await stageEditor({ query: { show: 'counts', by: ['pod'] } });
    const top = screen.getByRole('spinbutton', { name: 'The largest groups' });
    await user.type(top, '25{Enter}');
    expect(runs.at(-1)).toMatchObject({ top: 25 });
  });

  it('of all together have no groups to choose', async () => {
    await stageEditor(counts);
    const top = screen.getByRole('spinbutton', { name: 'The largest groups' });
    expect((top as HTMLInputElement).disabled).toBe(true);
  });
});
