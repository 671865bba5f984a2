import type { ErrorCode, Said } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Log } from '../log.js';
import type { QueryError } from '../pluginProtocol/plugin.js';

const STATUS: Partial<Record<ErrorCode, number>> = {
  ACCESS_DENIED: 403,
  INDEX_NOT_FOUND: 404,
  LIMIT_EXCEEDED: 429,
  CANCELLED: 499,
  STORE_TIMEOUT: 504,
  STORE_OVERLOADED: 503,
  SOURCE_TIMEOUT: 504,
};

const BY_ORIGIN = { user: 400, upstream: 502, internal: 500 } as const;

/** The HTTP status that fits an error. */
export const statusOf = ({ code, origin }: GpuscopeError): number =>
  STATUS[code] ?? BY_ORIGIN[origin];

/** An error's message with its code, by which the documentation can be searched. */
export const wordsOf = ({ code, message }: GpuscopeError): string => `${code}: ${message}`;

/**
 * Any error as one of ours. What nobody foresaw is logged whole, and people learn only that it happened: its message
 * may hold what they must not see.
 */
export function asGpuscopeError(error: unknown, log: Log): GpuscopeError {
  if (error instanceof GpuscopeError) return error;
  if (error instanceof Error && error.name === 'AbortError')
    return new GpuscopeError('CANCELLED', say('question.gone'));
  const stack = error instanceof Error ? error.stack : String(error);
  log.error('a question ended in an unforeseen error', { stack });
  return new GpuscopeError('INTERNAL', say('question.unforeseen'), { cause: error });
}

/** An error's reason, for who reads another language. */
export const reasonOf = ({ said, message }: GpuscopeError): string | Said => said ?? message;

export const queryError = (error: GpuscopeError): QueryError => ({
  message: wordsOf(error),
  said: say('error.coded', { code: error.code, reason: reasonOf(error) }),
  status: statusOf(error),
  source: error.origin === 'internal' ? 'plugin' : 'downstream',
});

export const noSource = (): GpuscopeError =>
  new GpuscopeError('SETTINGS_INVALID', say('question.noSource'));
