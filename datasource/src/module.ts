import { DataSourcePlugin } from '@grafana/data';
import { AppLogsDatasource } from './datasource.js';
import type { LogsQuery, LogsSettings } from './types.js';

export const plugin = new DataSourcePlugin<AppLogsDatasource, LogsQuery, LogsSettings>(
  AppLogsDatasource,
);
