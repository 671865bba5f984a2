export type { AppLogsQuery, Show, ValuesAnswer, ValuesRequest } from './query.js';
export { SHOWS } from './query.js';
export {
  readLinesRequest,
  readQuery,
  readRecordRequest,
  readValuesRequest,
} from './querySchema.js';
export type { Read } from './read.js';
export type {
  AboutAnswer,
  ErrorJson,
  LineJson,
  LinesPage,
  LinesRequest,
  RangeJson,
  RecordAnswer,
  RecordRequest,
} from './resources.js';
export type { CheckJson, FrameSaid, HealthDetails, NoticesJson } from './saidJson.js';
export { readSelection } from './selectionSchema.js';
export type { AppLogsSecrets, AppLogsSettings } from './settings.js';
export { readSecrets, readSettings } from './settingsSchema.js';
