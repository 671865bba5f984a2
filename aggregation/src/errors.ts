import type { Said } from './said/index.js';
import { inEnglish } from './said/index.js';

/** Who can mend an error: the person who wrote the input, the system we read from, or we ourselves. */
export type ErrorOrigin = 'user' | 'upstream' | 'internal';

/** Every error code of the library with its origin. Codes are public: they appear in logs and in self-metrics. */
export const ERROR_ORIGINS = {
  CONFIG_INVALID: 'user',
  CONFIG_ENV_UNSET: 'user',
  RULE_INVALID: 'user',
  PODS_FILE_INVALID: 'user',
  RECORDING_INVALID: 'user',
  SOURCE_UNREACHABLE: 'upstream',
  SOURCE_REFUSED: 'upstream',
  SOURCE_TIMEOUT: 'upstream',
  SOURCE_TOO_LARGE: 'upstream',
  SOURCE_TRUNCATED: 'upstream',
  SOURCE_NOT_FOUND: 'upstream',
  HOLDER_UNREACHABLE: 'upstream',
  HOLDER_REFUSED: 'upstream',
  HOLDER_TIMEOUT: 'upstream',
  KUBERNETES_UNREACHABLE: 'upstream',
  KUBERNETES_REFUSED: 'upstream',
  KUBERNETES_TIMEOUT: 'upstream',
  STORE_UNREACHABLE: 'upstream',
  STORE_REFUSED: 'upstream',
  STORE_TIMEOUT: 'upstream',
  STORE_OVERLOADED: 'upstream',
  STORE_UNSUPPORTED: 'upstream',
  STORE_INVALID: 'upstream',
  STORE_TLS: 'upstream',
  INDEX_NOT_FOUND: 'user',
  SHAPE_UNKNOWN: 'user',
  FIELD_NOT_EXACT: 'user',
  SETTINGS_INVALID: 'user',
  QUERY_INVALID: 'user',
  LIMIT_EXCEEDED: 'user',
  ACCESS_DENIED: 'user',
  POLICY_INVALID: 'user',
  POLICY_UNREACHABLE: 'upstream',
  CANCELLED: 'user',
  INTERNAL: 'internal',
} as const satisfies Record<string, ErrorOrigin>;

export type ErrorCode = keyof typeof ERROR_ORIGINS;

/** An error that a person can act on: what is wrong, with which value, and what is allowed. */
export class GpuscopeError extends Error {
  readonly code: ErrorCode;
  readonly origin: ErrorOrigin;

  /** The message, for who reads another language; absent where it has English words only. */
  readonly said?: Said;

  constructor(code: ErrorCode, message: string | Said, options?: { readonly cause?: unknown }) {
    super(inEnglish(message), options);
    if (typeof message !== 'string') this.said = message;
    this.name = 'GpuscopeError';
    this.code = code;
    this.origin = ERROR_ORIGINS[code];
  }
}
