import type { DcgmField } from './field.js';

/** The code of the board's last XID error: a state, from which changes can be counted. */
export const XID_FIELD: DcgmField = {
  field: 'DEV_XID_ERRORS',
  names: {
    DCGM_FI_DEV_XID_ERRORS: 'count',
    DCGM_FI_DEV_XID_ERROR: 'count',
    dcgm_xid_errors: 'count',
  },
  collect: { type: 'gauge', help: 'Code of the last XID error' },
};

/** Bits of CLOCK_EVENT_REASONS that hold now. */
export const CLOCK_EVENTS_FIELD: DcgmField = {
  field: 'DEV_CLOCKS_EVENT_REASONS',
  names: {
    DCGM_FI_DEV_CLOCKS_EVENT_REASONS: 'count',
    DCGM_FI_DEV_CLOCK_THROTTLE_REASONS: 'count',
  },
};
