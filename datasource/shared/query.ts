import type { Selection } from '@gpuscope/aggregation/logs';
import type { NoticesJson } from './saidJson.js';

export const SHOWS = ['lines', 'volume', 'counts', 'rates', 'context'] as const;

/** What a query asks for. `rates` are counts in lines a second. */
export type Show = (typeof SHOWS)[number];

/** A query as dashboards save it and the backend gets it. */
export interface AppLogsQuery {
  readonly refId: string;
  readonly hide?: boolean;
  /** Of this form; a saved query of an older form is brought up to date by `upgradeQuery`. */
  readonly version: 1;
  readonly show: Show;
  readonly selection: Selection;
  /** Lines: which end of the range. Default newest. */
  readonly direction?: 'newest' | 'oldest';
  /** Lines and context: how many. Default 500. */
  readonly limit?: number;
  /** Lines: further fields, by name. */
  readonly columns?: readonly string[];
  readonly joinStacks?: boolean;
  /** Counts and rates: by what, at most two. */
  readonly by?: readonly string[];
  /** Counts and rates: the largest groups only. Default 10. */
  readonly top?: number;
  /** Counts: one number for the whole range instead of a series. */
  readonly instant?: boolean;
  /** Context: around which line, and which way. */
  readonly context?: { readonly id: string; readonly direction: 'before' | 'after' };
}

/** Body of the resource calls `POST values` and `POST fields`. */
export interface ValuesRequest {
  readonly selection: Selection;
  /** A role, `label.<key>`, or a field's name; left out for `fields`. */
  readonly name?: string;
  readonly prefix?: string;
  readonly top?: number;
  readonly range: { readonly fromMs: number; readonly toMs: number };
}

/** Answer of `values`: with counts, the most frequent first; of `fields`: names, without counts. */
export interface ValuesAnswer extends NoticesJson {
  readonly values: readonly { readonly text: string; readonly count?: number }[];
  /** Whether there are more than these. */
  readonly isCut: boolean;
}
