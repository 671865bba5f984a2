import type { CoreApp } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { userEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { useState } from 'react';
import type { AboutAnswer } from '../../shared/index.js';
import type { EditorProps } from '../editor/QueryEditor.js';
import { QueryEditor } from '../editor/QueryEditor.js';
import type { LogsQuery } from '../types.js';
import type { Grafana, World } from './grafana.js';
import { grafanaWith } from './grafana.js';
import { linesQuery } from './queries.js';
import './patience.js';

const ABOUT: AboutAnswer = {
  shapes: ['fluent-bit'],
  roles: ['app', 'namespace', 'pod', 'container', 'host', 'level'],
  hasLevels: true,
  seesEverything: false,
  tenants: ['cv'],
  appRules: [],
  limits: { rangeMs: 86_400_000, lines: 5000 },
};

export interface Stage extends Grafana {
  readonly user: UserEvent;
  /** Every query that the editor handed on, the newest last. */
  readonly changes: readonly LogsQuery[];
  /** The queries that were asked, as they were then. */
  readonly runs: readonly LogsQuery[];
}

export interface Setting extends World {
  readonly query?: Partial<LogsQuery>;
  readonly app?: CoreApp;
  readonly about?: Partial<AboutAnswer> | Error;
  readonly editor?: ComponentType<EditorProps>;
  /** What the field for words is called, in another language. */
  readonly wordsName?: string;
}

/** Draws the query editor as Grafana does: it holds the query, and asks it when the editor says so. */
export async function stageEditor(setting: Setting = {}): Promise<Stage> {
  const { query = {}, app, about = {}, editor: Editor = QueryEditor, answers, ...world } = setting;
  const { wordsName = 'Words in the line' } = setting;
  const told = about instanceof Error ? about : { ...ABOUT, ...about };
  const grafana = grafanaWith({ ...world, answers: { 'resources/about': told, ...answers } });
  const changes: LogsQuery[] = [];
  const runs: LogsQuery[] = [];
  let held = linesQuery(query);
  const Host = () => {
    const [shown, show] = useState(held);
    const onChange = (changed: LogsQuery) => {
      changes.push(changed);
      held = changed;
      show(changed);
    };
    return (
      <Editor
        datasource={grafana.datasource}
        query={shown}
        onChange={onChange}
        onRunQuery={() => runs.push(held)}
        {...(app === undefined ? {} : { app })}
      />
    );
  };
  render(<Host />);
  await screen.findByRole('textbox', { name: wordsName });
  return { ...grafana, user: userEvent.setup(), changes, runs };
}

/** The answer of a list: names, with counts where there are any. */
export const listAnswer = (
  path: 'values' | 'fields',
  rows: readonly (readonly [text: string, count?: number])[],
  isCut = false,
) => ({
  [`resources/${path}`]: {
    values: rows.map(([text, count]) => ({ text, ...(count === undefined ? {} : { count }) })),
    isCut,
    notices: [],
  },
});

/** Opens a list by its name, and waits for its rows. */
export async function openList(user: UserEvent, name: string): Promise<readonly HTMLElement[]> {
  await user.click(screen.getByRole('combobox', { name }));
  const list = await screen.findByRole('listbox');
  return within(list).findAllByRole('option');
}
