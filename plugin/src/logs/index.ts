export { LogsPage } from './LogsPage.js';
export { errorsQuery } from './newest.js';
export type { LogsChoice } from './url.js';
export { logsUrl } from './url.js';
