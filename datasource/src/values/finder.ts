import type { TimeRange } from '@grafana/data';
import type { Selection } from '@gpuscope/aggregation/logs';
import type { AboutAnswer, ValuesAnswer } from '../../shared/index.js';

/** A question for names: within which lines, of which time (default: Grafana's own default range). */
export interface NamesRequest {
  readonly selection?: Selection;
  readonly prefix?: string;
  readonly top?: number;
  readonly range?: TimeRange | undefined;
}

/** Who knows which names the lines hold: the data source. */
export interface NameFinder {
  /** The values that a name has in the lines, the most frequent first. */
  findValues(name: string, request: NamesRequest): Promise<ValuesAnswer>;
  /** The names of the fields that the lines have. */
  findFields(request: NamesRequest): Promise<ValuesAnswer>;
  /** What this source can tell lines apart by. */
  about(): Promise<AboutAnswer>;
}
