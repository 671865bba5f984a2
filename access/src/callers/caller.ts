import type { Said } from '@gpuscope/aggregation';
import { say } from '@gpuscope/aggregation';
/**
 * Who asks. A `user` and a `service` are vouched for by a token that Grafana signed; all others are names that anybody
 * could claim, and a policy that tells people apart gives them nothing.
 */
export type Caller =
  | {
      readonly kind: 'user';
      /** How Grafana signed them in; a local password is `password`. */
      readonly authenticatedBy: string;
      readonly username: string;
    }
  /** A service account of Grafana, by its login. */
  | { readonly kind: 'service'; readonly login: string }
  /** A scheduled alert or recording rule. */
  | { readonly kind: 'rule' }
  | { readonly kind: 'anonymous' }
  /** A login without a token, or with one that is not theirs; `reason` says which, for the log. */
  | { readonly kind: 'unverified'; readonly login: string; readonly reason: string };

/** A caller in one phrase, for messages and logs. */
export function describeCaller(caller: Caller): string | Said {
  switch (caller.kind) {
    case 'user':
      return `${caller.authenticatedBy}/${caller.username}`;
    case 'service':
      return say('access.service', { login: caller.login });
    case 'rule':
      return say('access.rule');
    case 'anonymous':
      return say('access.anonymous');
    case 'unverified':
      return say('access.unproven', { login: caller.login });
  }
}
