import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { AppLogsQuery, AppLogsSettings } from '../shared/index.js';

/** A query as Grafana hands it around: ours, with Grafana's own fields. */
export type LogsQuery = AppLogsQuery & DataQuery;

/** jsonData of a data source instance. */
export type LogsSettings = AppLogsSettings & DataSourceJsonData;

/** What a dashboard variable asks: the values of one name, within what the selection names. */
export interface LogsVariableQuery extends DataQuery {
  /** A role, `label.<key>`, or a field's name. */
  readonly name: string;
  readonly apps?: readonly string[];
  readonly namespaces?: readonly string[];
}
