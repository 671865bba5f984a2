export { ConfigurationPage } from './ConfigurationPage.js';
