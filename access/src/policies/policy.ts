import type { Scope } from '@gpuscope/aggregation/scope';
import type { Caller } from '../callers/caller.js';

/** Where it comes from who may see what. Exactly one holds at a time. */
export interface Policy {
  /** Whether it tells people apart; if not, nobody's token has to be verified. */
  readonly tellsApart: boolean;
  /** Throws GpuscopeError ACCESS_DENIED, POLICY_INVALID or POLICY_UNREACHABLE: then nothing may be shown. */
  scopeOf(caller: Caller, signal: AbortSignal): Promise<Scope>;
  close(): void;
}
