export { createEventLog, type EventLog } from './eventLog.js';
export { eventsIntoStore, type EventsIntoStoreOptions } from './intoStore.js';
