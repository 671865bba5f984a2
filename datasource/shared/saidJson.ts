import type { Said } from '@gpuscope/aggregation';

/** Notices of an answer. */
export interface NoticesJson {
  readonly notices: readonly string[];
  /** The same, for who reads another language; those that have English words only are left out. */
  readonly said?: readonly Said[];
}

/** In `meta.custom` of a frame. */
export interface FrameSaid {
  /** The texts of the frame's notices; those that have English words only are left out. */
  readonly said?: readonly Said[];
  /** Of a frame without fields: why there is no answer. Grafana has the English words as the query's error. */
  readonly refused?: Said;
}

/** One thing that a health check looked at. */
export interface CheckJson {
  readonly state: 'ok' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly said?: Said;
  readonly remedy?: string;
  readonly remedySaid?: Said;
}

/** `details` of a health check's answer. */
export interface HealthDetails {
  /** The message. */
  readonly said?: Said;
  readonly checks?: readonly CheckJson[];
  /** All of it as text; Grafana's own page of the data source shows it. */
  readonly verboseMessage?: string;
}
