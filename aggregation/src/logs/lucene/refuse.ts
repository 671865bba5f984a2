import { GpuscopeError } from '../../errors.js';

/** @throws GpuscopeError QUERY_INVALID with the place, counted from 1. */
export function refuse(at: number, reason: string): never {
  throw new GpuscopeError('QUERY_INVALID', `Lucene query, character ${at + 1}: ${reason}`);
}
