import type { Notice, Selection } from '@gpuscope/aggregation/logs';
import type { StoreReading } from '../stores/port.js';
import type { Known } from './known.js';

/** A reading of many pages that is open, with what is needed to read on. */
export interface LinesReading {
  readonly store: StoreReading;
  readonly known: Known;
  readonly selection: Selection;
  readonly columns: readonly string[];
  /** Lines of a page. */
  readonly size: number;
  /** What every page tells again. */
  readonly notices: readonly Notice[];
  close(): Promise<void>;
}
