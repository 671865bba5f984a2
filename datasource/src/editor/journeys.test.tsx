import { CoreApp } from '@grafana/data';
import { screen } from '@testing-library/react';
import { readQuery } from '../../shared/querySchema.js';
import { displayText } from '../query/displayText.js';
import type { Stage } from '../testing/editor.js';
import { listAnswer, openList, stageEditor } from '../testing/editor.js';
import type { LogsQuery } from '../types.js';

const answers = {
  ...listAnswer('values', [
    ['web', 120],
    ['trainer', 12],
  ]),
  ...listAnswer('fields', [['http.status'], ['trace_id']]),
};

async function choose(user: Stage['user'], list: string, row: string): Promise<void> {
  const rows = await openList(user, list);
  const found = rows.find(({ textContent }) => textContent?.startsWith(row));
  if (found === undefined) throw new Error(`no row ${row} in ${list}`);
  await user.click(found);
  await user.keyboard('{Escape}');
}

/** What was asked last; the backend takes it as it is. */
function lastAsked({ runs }: Stage): LogsQuery {
  const query = runs.at(-1);
  if (query === undefined) throw new Error('nothing was asked');
  expect(readQuery(query)).toEqual({ value: query });
  return query;
}

describe('somebody who looks for the errors of an app', () => {
  it('chooses app and level, writes a word, and reads the oldest of them', async () => {
    const stage = await stageEditor({ answers });
    const { user } = stage;
    await choose(user, 'App', 'web');
    await choose(user, 'Level', 'Error');
    await user.click(screen.getByRole('textbox', { name: 'Words in the line' }));
    await user.keyboard('显存不足{Enter}');
    expect(displayText(lastAsked(stage))).toBe('Newest lines · app=web · level=error · 显存不足');
    await user.click(screen.getByRole('button', { name: /^Lines/ }));
    await user.click(screen.getByRole('radio', { name: 'Oldest' }));
    expect(lastAsked(stage)).toEqual({
      refId: 'A',
      version: 1,
      show: 'lines',
      direction: 'oldest',
      selection: { apps: ['web'], levels: ['error'], words: '显存不足' },
    });
  });

  it('keeps what was chosen when going from lines to counts and back', async () => {
    const stage = await stageEditor({ answers });
    const { user } = stage;
    await choose(user, 'App', 'trainer');
    await user.click(screen.getByRole('radio', { name: 'Counts' }));
    await choose(user, 'By', 'level');
    await user.click(screen.getByRole('radio', { name: 'One number' }));
    expect(displayText(lastAsked(stage))).toBe('Count by level · app=trainer');
    await user.click(screen.getByRole('radio', { name: 'Lines' }));
    expect(lastAsked(stage)).toMatchObject({ show: 'lines', selection: { apps: ['trainer'] } });
    await user.click(screen.getByRole('radio', { name: 'Counts' }));
    expect(lastAsked(stage)).toMatchObject({ by: ['level'], instant: true });
  });
});

describe('somebody who writes an alert rule', () => {
  it('counts by a field of the lines, and by nothing that is not a number', async () => {
    const query = { show: 'counts' as const, instant: true, by: ['app'] };
    const stage = await stageEditor({ answers, query, app: CoreApp.UnifiedAlerting });
    const { user } = stage;
    await choose(user, 'By', 'http.status');
    await user.click(screen.getByRole('button', { name: 'Run query' }));
    expect(lastAsked(stage)).toMatchObject({ by: ['app', 'http.status'], instant: true });
    expect(screen.queryByText(/needs numbers/)).toBeNull();
  });
});

describe('somebody who takes everything away again', () => {
  it('is where the editor began', async () => {
    const selection = { apps: ['web'], levels: ['error' as const], words: 'x', lucene: 'a:b' };
    const stage = await stageEditor({ answers, query: { selection, limit: 7 } });
    const { user } = stage;
    for (const remove of screen.getAllByRole('button', { name: /^Remove / })) {
      await user.click(remove);
    }
    await user.clear(screen.getByRole('textbox', { name: 'Words in the line' }));
    await user.click(screen.getByRole('button', { name: /^More conditions/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Lucene' }));
    await user.click(screen.getByRole('button', { name: /^Lines/ }));
    await user.clear(screen.getByRole('spinbutton', { name: 'At most this many lines' }));
    await user.keyboard('{Enter}');
    expect(lastAsked(stage)).toEqual({ refId: 'A', version: 1, show: 'lines', selection: {} });
  });
});

describe('a query that a board saved', () => {
  it('is drawn without being changed or asked', async () => {
    const selection = { apps: ['$app'], users: ['li.wei'], filters: [] };
    const { changes, runs } = await stageEditor({
      query: { show: 'rates', by: ['pod'], top: 3, selection },
    });
    expect(screen.getByText('$app')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Rates' }).checked).toBe(true);
    expect([changes, runs]).toEqual([[], []]);
  });

  it('of another data source begins anew', async () => {
    const foreign = { expr: '{app="web"}', show: undefined, selection: undefined } as never;
    await stageEditor({ query: foreign });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Lines' }).checked).toBe(true);
  });
});
