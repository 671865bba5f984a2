import { CoreApp } from '@grafana/data';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { listAnswer, openList, stageEditor } from '../testing/editor.js';
import { AnnotationEditor } from './AnnotationEditor.js';

const apps = listAnswer('values', [
  ['web', 120_334],
  ['trainer', 12],
]);
const words = () => screen.getByRole('textbox', { name: 'Words in the line' });
const options = (rows: readonly HTMLElement[]) => rows.map(({ textContent }) => textContent);

describe('what to show', () => {
  it('is chosen with one click, and asked at once', async () => {
    const { user, runs } = await stageEditor({ query: { selection: { apps: ['web'] } } });
    await user.click(screen.getByRole('radio', { name: 'Volume' }));
    expect(runs).toMatchObject([{ show: 'volume', selection: { apps: ['web'] } }]);
  });

  it('has fields for counts only where lines are counted', async () => {
    const { user, runs } = await stageEditor();
    expect(screen.queryByRole('combobox', { name: 'By' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Counts' }));
    expect(screen.getByRole('combobox', { name: 'By' })).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('radio', { name: 'One number' }));
    expect(runs.at(-1)).toMatchObject({ show: 'counts', instant: true });
    await user.click(screen.getByRole('radio', { name: 'Rates' }));
    expect(screen.queryByRole('radio', { name: 'One number' })).toBeNull();
  });

  it('is numbers only in an alert rule, which says why', async () => {
    await stageEditor({ app: CoreApp.UnifiedAlerting });
    expect(screen.queryByRole('radio', { name: 'Lines' })).toBeNull();
    expect(screen.getByText(/An alert rule needs numbers/)).toBeInstanceOf(HTMLElement);
  });

  it('leads out of the context of a line', async () => {
    const context = { id: 'r', direction: 'before' } as const;
    const { user, runs } = await stageEditor({ query: { show: 'context', context } });
    expect(screen.getByText(/lines around one line/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('radio', { name: 'Lines' }));
    expect(runs.at(-1)).toEqual({ refId: 'A', version: 1, show: 'lines', selection: {} });
  });

  it('is settled for an annotation', async () => {
    await stageEditor({ editor: AnnotationEditor });
    expect(screen.queryByRole('radio', { name: 'Volume' })).toBeNull();
  });
});

describe('the button that asks', () => {
  it('asks, also what did not change', async () => {
    const { user, runs } = await stageEditor({ app: CoreApp.PanelEditor });
    await user.click(screen.getByRole('button', { name: 'Run query' }));
    expect(runs).toHaveLength(1);
  });

  it("is Grafana's own in Explore", async () => {
    await stageEditor({ app: CoreApp.Explore });
    expect(screen.queryByRole('button', { name: 'Run query' })).toBeNull();
  });
});

describe('words', () => {
  it('neither run nor change anything while they are typed', async () => {
    const { user, changes, runs } = await stageEditor();
    await user.type(words(), 'CUDA_ERROR "显存不足');
    expect([changes, runs]).toEqual([[], []]);
  });

  it('are asked with Enter', async () => {
    const { user, runs } = await stageEditor();
    await user.type(words(), 'user_id=42{Enter}');
    expect(runs).toMatchObject([{ selection: { words: 'user_id=42' } }]);
  });

  it('are asked when the field is left, once', async () => {
    const { user, runs } = await stageEditor();
    await user.type(words(), 'boom');
    await user.tab();
    await user.tab();
    expect(runs).toMatchObject([{ selection: { words: 'boom' } }]);
  });

  it('are not asked by the Enter that ends a Chinese word', async () => {
    const { user, runs } = await stageEditor();
    await user.type(words(), '显存');
    fireEvent.keyDown(words(), { key: 'Enter', isComposing: true });
    expect(runs).toEqual([]);
  });

  it('that are emptied leave the query', async () => {
    const { user, runs } = await stageEditor({ query: { selection: { words: 'a', apps: ['w'] } } });
    await user.clear(words());
    await user.keyboard('{Enter}');
    expect(runs[0]?.selection).toEqual({ apps: ['w'] });
  });
});

describe('a list of names', () => {
  it('is asked for only when it is opened, within what else is chosen', async () => {
    const { user, calls } = await stageEditor({
      answers: apps,
      query: { selection: { apps: ['db'], namespaces: ['cv'], words: 'x' } },
    });
    const asked = () => calls.filter(({ url }) => url.endsWith('/values'));
    expect(asked()).toEqual([]);
    await openList(user, 'App');
    expect(asked().map(({ body }) => body)).toMatchObject([
      { name: 'app', selection: { namespaces: ['cv'], words: 'x' } },
    ]);
    expect(asked()[0]?.body).not.toHaveProperty('selection.apps');
  });

  it('shows how many lines each has, and is asked once somebody is done choosing', async () => {
    const { user, changes, runs } = await stageEditor({ answers: apps });
    const rows = await openList(user, 'App');
    expect(options(rows)).toEqual(['web120,334 lines', 'trainer12 lines']);
    for (const row of rows) await user.click(row);
    expect(changes.at(-1)?.selection).toEqual({ apps: ['web', 'trainer'] });
    expect(runs).toEqual([]);
    await user.click(words());
    expect(runs).toHaveLength(1);
  });

  it('can be used without a mouse', async () => {
    const { user, changes } = await stageEditor({ answers: apps });
    screen.getByRole('combobox', { name: 'App' }).focus();
    await user.keyboard('{ArrowDown}');
    await screen.findAllByRole('option');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(changes.at(-1)?.selection.apps).toHaveLength(1);
  });

  it('is narrowed by typing, and takes a name that it does not hold', async () => {
    const { user, calls, changes } = await stageEditor({ answers: listAnswer('values', [], true) });
    await user.type(screen.getByRole('combobox', { name: 'Pod' }), 'web-9');
    const rows = await screen.findAllByRole('option');
    expect(options(rows)[0]).toContain('web-9');
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ name: 'pod', prefix: 'web-9' }));
    await user.click(screen.getAllByRole('option')[0]!);
    expect(changes.at(-1)?.selection).toEqual({ pods: ['web-9'] });
  });

  it('says where there are more than it shows', async () => {
    const { user, changes } = await stageEditor({
      answers: listAnswer('values', [['web', 1]], true),
    });
    const rows = await openList(user, 'App');
    expect(options(rows)).toEqual(['web1 lines', 'There are more: type how it begins']);
    fireEvent.click(rows[1]!);
    expect(changes).toEqual([]);
  });

  it('says why it can not be had', async () => {
    const answers = { 'resources/values': new Error('The store is down.') };
    const { user } = await stageEditor({ answers });
    const rows = await openList(user, 'Container');
    expect(options(rows)).toEqual(['Could not be listed: The store is down.']);
  });

  it('offers the levels by their names, without asking', async () => {
    const { user, calls, changes } = await stageEditor();
    const rows = await openList(user, 'Level');
    expect(options(rows).slice(0, 2)).toEqual(['Critical', 'Error']);
    await user.click(rows[1]!);
    expect(changes.at(-1)?.selection).toEqual({ levels: ['error'] });
    expect(calls.some(({ url }) => url.endsWith('/values'))).toBe(false);
  });
});

describe('the editor of a source that can not tell of itself', () => {
  it('works all the same', async () => {
    const { user, runs } = await stageEditor({ about: new Error('down') });
    await user.type(words(), 'x{Enter}');
    expect(runs).toHaveLength(1);
  });
});
