import type { Said } from '@gpuscope/aggregation';
import type { JsonValue, LogLevel, Role, Selection, ShapeName } from '@gpuscope/aggregation/logs';
import type { NoticesJson } from './saidJson.js';

/** A time range on the wire; ms since the epoch, `fromMs` ≤ t < `toMs`. */
export interface RangeJson {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Body of `POST lines`: a reading of any length in which each line comes once. The first page names the lines; later
 * ones bring the cursor of the page before, and nothing else of it is read again.
 */
export interface LinesRequest {
  readonly selection?: Selection;
  readonly range?: RangeJson;
  readonly direction?: 'newest' | 'oldest';
  readonly columns?: readonly string[];
  /** Lines of this page. Default 1,000. */
  readonly size?: number;
  readonly cursor?: string;
}

export interface LineJson {
  readonly id: string;
  /** Nanoseconds since the epoch, as text: JSON's numbers don't hold them. */
  readonly timeNs: string;
  readonly line: string;
  /** How many characters were cut off the line. */
  readonly cut?: number;
  readonly level?: LogLevel;
  /** What is known of the line, by role; nothing empty. */
  readonly labels: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, JsonValue>>;
}

/** Answer of `lines`; without a cursor it was the last page. */
export interface LinesPage extends NoticesJson {
  readonly lines: readonly LineJson[];
  readonly cursor?: string;
  readonly total: number;
  readonly isTotalExact: boolean;
}

/** Body of `POST record`: one whole record, for its details. */
export interface RecordRequest {
  /** A line's id. */
  readonly id: string;
}

export interface RecordAnswer {
  readonly line: LineJson;
  readonly index: string;
  /** All of the record's fields, as they were sent. */
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/** Answer of `GET about`: what an editor needs to know of the source. */
export interface AboutAnswer {
  readonly shapes: readonly ShapeName[];
  /** What lines can be told apart by, in any of the shapes. */
  readonly roles: readonly Role[];
  /** Whether some records have a level field; volume by level is an estimate where they don't. */
  readonly hasLevels: boolean;
  /** Whether the caller sees everything, so that clusters and tenants are worth choosing from. */
  readonly seesEverything: boolean;
  /** The caller's tenants by name; empty for who sees everything. */
  readonly tenants: readonly string[];
  /** The rules that give an app its name, in their order, in words. */
  readonly appRules: readonly string[];
  readonly limits: { readonly rangeMs: number; readonly lines: number };
}

/** What a resource call answers with when it can't be done. */
export interface ErrorJson {
  readonly code: string;
  readonly message: string;
  /** The message, for who reads another language; absent where it has English words only. */
  readonly said?: Said;
}
