import type { Telemetry } from './telemetry.js';

/** What a source that could not be read says: nothing. */
export const NO_TELEMETRY: Telemetry = {
  boards: [],
  readings: [],
  figures: [],
  holders: [],
  lastXid: new Map(),
  xids: [],
  clockEventReasons: new Map(),
  labelsHolders: false,
  fields: new Set(),
  drops: [],
  clamped: 0,
  foreignHosts: [],
  lost: [],
};
