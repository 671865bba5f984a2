export { createAsker, type Asker, type AskerOptions, type Question } from './asker.js';
export { textColumn, timeColumn } from './columns.js';
export { startPodHistory } from './podHistory.js';
export { siteText, type SiteText } from './siteText.js';
