import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { listAnswer, openList } from '../testing/editor.js';
import { grafanaWith } from '../testing/grafana.js';
import type { LogsVariableQuery } from '../types.js';
import { VariableEditor } from './VariableEditor.js';

function stage(query?: LogsVariableQuery | string) {
  const answers = {
    ...listAnswer('fields', [['http.status'], ['pod']]),
    ...listAnswer('values', [['web', 3]]),
  };
  const { datasource, calls } = grafanaWith({ answers });
  const changes: LogsVariableQuery[] = [];
  const Host = () => {
    const [shown, show] = useState(query as LogsVariableQuery);
    const onChange = (changed: LogsVariableQuery) => {
      changes.push(changed);
      show(changed);
    };
    return (
      <VariableEditor
        datasource={datasource}
        query={shown}
        onChange={onChange}
        onRunQuery={() => undefined}
      />
    );
  };
  render(<Host />);
  return { user: userEvent.setup(), changes, calls };
}

describe('the editor of a variable', () => {
  it('asks which name, known names before fields, each once', async () => {
    const { user, changes } = stage();
    const rows = await openList(user, 'Values of');
    const names = rows.map(({ textContent }) => textContent);
    expect(names[0]).toBe('appApp');
    expect(names.at(-1)).toBe('http.status');
    expect(names.filter((name) => name?.startsWith('pod'))).toEqual(['podPod']);
    await user.click(rows[2]!);
    expect(changes).toEqual([{ refId: 'variable', name: 'pod' }]);
  });

  it('narrows by apps and namespaces, each listed within the other', async () => {
    const { user, changes, calls } = stage({ refId: 'v', name: 'pod', namespaces: ['cv'] });
    const rows = await openList(user, 'Of these apps');
    expect(calls.at(-1)?.body).toMatchObject({ name: 'app', selection: { namespaces: ['cv'] } });
    await user.click(rows[0]!);
    expect(changes.at(-1)).toEqual({
      refId: 'variable',
      name: 'pod',
      apps: ['web'],
      namespaces: ['cv'],
    });
    await user.click(rows[0]!);
    expect(changes.at(-1)).not.toHaveProperty('apps');
  });

  it('understands one that was written as text', () => {
    stage('namespace');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Values of' }).value).toBe(
      'namespace',
    );
  });
});
