import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Read } from '@gpuscope/datasource/shared';

/** What was read. Throws QUERY_INVALID with all that is wrong. */
export function checked<T>(read: Read<T>): T {
  if ('value' in read) return read.value;
  throw new GpuscopeError('QUERY_INVALID', say('question.parts', { problems: read.problems }));
}
