import type { Caller } from './caller.js';
import type { VerifyToken } from './token.js';

/** What Grafana tells a backend of who asks. */
export interface Asking {
  readonly orgId: number;
  /** Grafana's own word of the login; empty for nobody. */
  readonly login: string;
  /** X-Grafana-Id, where it came. */
  readonly token?: string;
}

/** The login under which Grafana runs scheduled rules. */
const SCHEDULER = 'grafana_scheduler';

/**
 * Who asks. Only a signed token makes somebody a user or a service, and only when it was made for the login that
 * Grafana itself names: headers can be written by anybody, and a public dashboard brings its visitor's token along.
 */
export async function callerOf(asking: Asking, verify: VerifyToken): Promise<Caller> {
  const { login, orgId, token = '' } = asking;
  if (token === '') {
    if (login === '') return { kind: 'anonymous' };
    if (login === SCHEDULER) return { kind: 'rule' };
    return { kind: 'unverified', login, reason: 'no token came with it' };
  }
  const found = await verify(token, orgId);
  if ('reason' in found) return { kind: 'unverified', login, reason: found.reason };
  const { type, authenticatedBy, username } = found.claims;
  if (login === '') return { kind: 'unverified', login, reason: 'a token came without a login' };
  if (type === 'service-account') return { kind: 'service', login };
  if (type !== 'user') {
    return { kind: 'unverified', login, reason: `the token is of the type "${type}"` };
  }
  if (username !== login) {
    return { kind: 'unverified', login, reason: `the token is that of "${username}"` };
  }
  return { kind: 'user', authenticatedBy: authenticatedBy || 'password', username };
}
