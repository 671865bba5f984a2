export { createEventLog, type EventLog } from './eventLog.js';
export { eventsIntoStore } from './intoStore.js';
