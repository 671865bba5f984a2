import type { Caller } from '@gpuscope/access';
import type { Scope } from '@gpuscope/aggregation/scope';

/** What was asked, by whom, and how it ended: what an audit writes down. */
export interface Asked {
  readonly orgId: number;
  readonly dataSource: string;
  /** `lines`, `volume`, `values`, `record`, `health`, … */
  readonly kind: string;
  /** Absent where the question was refused before it was known who asked. */
  readonly caller?: Caller;
  readonly scope?: Scope;
  /** The question as it came. */
  readonly question: unknown;
  /** `ok`, or the code of the error. */
  readonly outcome: string;
  readonly tookMs: number;
}
