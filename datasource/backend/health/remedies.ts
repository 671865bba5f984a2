import { say } from '@gpuscope/aggregation';
import type { ErrorCode, GpuscopeError, Said } from '@gpuscope/aggregation';
import { reasonOf } from '../handlers/errors.js';
import type { Check } from './check.js';

const REMEDIES: Partial<Record<ErrorCode, Said>> = {
  SETTINGS_INVALID: say('remedy.settings'),
  STORE_UNREACHABLE: say('remedy.unreachable'),
  STORE_TLS: say('remedy.tls'),
  STORE_REFUSED: say('remedy.refused'),
  STORE_TIMEOUT: say('remedy.timeout'),
  STORE_OVERLOADED: say('remedy.overloaded'),
  STORE_UNSUPPORTED: say('remedy.unsupported'),
  STORE_INVALID: say('remedy.invalid'),
  INDEX_NOT_FOUND: say('remedy.index'),
  SHAPE_UNKNOWN: say('remedy.shape'),
  FIELD_NOT_EXACT: say('remedy.exact'),
  ACCESS_DENIED: say('remedy.access'),
  POLICY_INVALID: say('remedy.policy'),
  POLICY_UNREACHABLE: say('remedy.policyFile'),
};

/** An error as something to be mended. Who may see nothing can still set up what others see. */
export const failed = (what: Said, error: GpuscopeError): Check => ({
  state: error.code === 'ACCESS_DENIED' ? 'warning' : 'error',
  said: say('health.failed', { what, code: error.code, reason: reasonOf(error) }),
  remedy: REMEDIES[error.code] ?? say('remedy.log'),
});
