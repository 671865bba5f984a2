export { LogsPage } from './LogsPage.js';
export { errorsQuery } from './newest.js';
