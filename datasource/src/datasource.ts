import { DataSourceWithBackend } from '@grafana/runtime';
import type { LogsQuery, LogsSettings } from './types.js';

/** App logs in Grafana: what the browser's side knows of a query. */
export class AppLogsDatasource extends DataSourceWithBackend<LogsQuery, LogsSettings> {}
