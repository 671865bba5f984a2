export type { AppLogsQuery, Show, ValuesAnswer, ValuesRequest } from './query.js';
export type { AppLogsSecrets, AppLogsSettings } from './settings.js';
