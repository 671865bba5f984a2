import type { Scope } from '@gpuscope/aggregation/scope';
import type { Caller } from './callers/caller.js';
import type { Asking } from './callers/callerOf.js';
import { callerOf } from './callers/callerOf.js';
import type { VerifyToken } from './callers/token.js';
import type { Policy } from './policies/policy.js';

/** Who asks, and what of it they may see. */
export interface Authorised {
  readonly caller: Caller;
  readonly scope: Scope;
}

/** The one place that every question passes: nothing is asked of a store or of Prometheus without its answer. */
export interface Access {
  /** Throws GpuscopeError ACCESS_DENIED, POLICY_INVALID or POLICY_UNREACHABLE: then nothing may be shown. */
  authorise(asking: Asking, signal: AbortSignal): Promise<Authorised>;
  close(): void;
}

const nobodyIsTold: VerifyToken = () =>
  Promise.resolve({ reason: 'the policy tells nobody apart, so no token is looked at' });

/** Grants by rule and the audit come in here, too: between who asks and the answer. */
export function createAccess(policy: Policy, verify: VerifyToken): Access {
  return {
    async authorise(asking, signal) {
      const caller = await callerOf(asking, policy.tellsApart ? verify : nobodyIsTold);
      return { caller, scope: await policy.scopeOf(caller, signal) };
    },
    close() {
      policy.close();
    },
  };
}
