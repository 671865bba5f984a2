// What jest's global set-up needs, in one file for it to load.
export { previewBrokerVariable, startPreviewBroker } from './previewBroker.js';
export { startWholePreview } from './startPreview.js';
