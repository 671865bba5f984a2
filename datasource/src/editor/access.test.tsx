import { screen } from '@testing-library/react';
import { stageConfig } from '../testing/config.js';
import { stageEditor } from '../testing/editor.js';

const ROLES = [
  'textbox',
  'combobox',
  'spinbutton',
  'radio',
  'switch',
  'button',
  'checkbox',
] as const;

/** Fields and buttons that a screen reader would call nothing. */
const nameless = () =>
  ROLES.flatMap((role) => screen.queryAllByRole(role, { name: '' }).map((one) => one.outerHTML));

describe('who can not see the screen', () => {
  it('hears the name of each field of a query, also of those that open', async () => {
    const filters = [{ name: 'a', op: '=' as const, values: ['1'] }];
    const { user } = await stageEditor({ query: { selection: { filters } } });
    await user.click(screen.getByRole('button', { name: /^More conditions/ }));
    await user.click(screen.getByRole('button', { name: /^Lines/ }));
    expect(screen.getAllByRole('combobox').length).toBeGreaterThan(8);
    expect(nameless()).toEqual([]);
  });

  it('hears the name of each field of a count', async () => {
    await stageEditor({ query: { show: 'counts', by: ['app'] } });
    expect(nameless()).toEqual([]);
  });

  it('hears the name of each setting', () => {
    stageConfig({
      auth: 'basic',
      nodes: ['https://a', 'https://b'],
      traceLinks: [{ field: 'x', datasourceUid: 'tempo' }],
    });
    expect(nameless()).toEqual([]);
  });
});

describe('who has no mouse', () => {
  it('comes through the fields in the order in which they are read', async () => {
    const { user } = await stageEditor();
    const names: string[] = [];
    screen.getByRole<HTMLElement>('radio', { name: 'Lines' }).focus();
    for (let step = 0; step < 6; step += 1) {
      await user.tab();
      const { labels } = document.activeElement as HTMLInputElement;
      names.push(labels?.[0]?.textContent ?? '');
    }
    expect(names.join(' ')).toMatch(/App.*Pod.*Container.*Level/);
  });
});
