import { GpuscopeError } from '../../errors.js';
import { say } from '../../said/index.js';

/** Which record: its index, with its cluster's prefix, and the store's own id. */
export interface RecordId {
  readonly index: string;
  readonly id: string;
}

/** An index's name can't hold a slash, so the first one parts the two. */
export const recordId = ({ index, id }: RecordId) => `${index}/${id}`;

/** @throws GpuscopeError QUERY_INVALID where a text is no record's id. */
export function parseRecordId(text: string): RecordId {
  const at = text.indexOf('/');
  if (at > 0 && at < text.length - 1) return { index: text.slice(0, at), id: text.slice(at + 1) };
  throw new GpuscopeError('QUERY_INVALID', say('question.noId', { id: JSON.stringify(text) }));
}
