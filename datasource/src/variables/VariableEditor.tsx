import type { DataSourceApi, QueryEditorProps } from '@grafana/data';
import type { LogsQuery, LogsSettings, LogsVariableQuery } from '../types.js';
import type { NameFinder } from '../values/finder.js';

export type VariableEditorProps = QueryEditorProps<
  DataSourceApi<LogsQuery, LogsSettings> & NameFinder,
  LogsQuery,
  LogsSettings,
  LogsVariableQuery
>;
export const VariableEditor = (_: VariableEditorProps) => null;
