export type {
  LogStore,
  StoreAbout,
  StoreAnswer,
  StoreReading,
  StoreSearch,
} from './stores/port.js';
