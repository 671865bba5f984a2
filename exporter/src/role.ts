import type { Series } from '@gpuscope/aggregation';
import type { Readiness } from './server/readiness.js';
import type { MetricsPage } from './server/page.js';

/** What the program does: on a node, or once per cluster. */
export interface RunningRole {
  readonly intervalMs: number;
  /** One cycle; never throws. */
  cycle(): Promise<void>;
  readonly readiness: () => Readiness;
  /** What did not answer when last asked, a line each. */
  failures(): readonly string[];
  /** The last cycle's. */
  series(): readonly Series[];
  readonly page: MetricsPage;
  close(): Promise<void>;
}
