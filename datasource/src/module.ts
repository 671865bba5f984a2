import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import type { AppLogsSecrets } from '../shared/index.js';
import { ConfigEditor } from './config/ConfigEditor.js';
import { AppLogsDatasource } from './datasource.js';
import { QueryEditor } from './editor/QueryEditor.js';
import pluginJson from './plugin.json';
import type { LogsQuery, LogsSettings } from './types.js';

// Not awaited: an AMD module must answer at once, and Grafana has loaded our texts before it loads us.
void initPluginTranslations(pluginJson.id);

export const plugin = new DataSourcePlugin<
  AppLogsDatasource,
  LogsQuery,
  LogsSettings,
  AppLogsSecrets
>(AppLogsDatasource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
