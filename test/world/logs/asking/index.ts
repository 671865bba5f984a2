export { createAsker, type Asker } from './asker.js';
export { textColumn, timeColumn } from './columns.js';
export { startPodHistory } from './podHistory.js';
export { siteText } from './siteText.js';
