import type { Said } from '../../said/index.js';
import { GpuscopeError } from '../../errors.js';
import { say } from '../../said/index.js';

/** @throws GpuscopeError QUERY_INVALID with the place, counted from 1. */
export function refuse(at: number, reason: Said): never {
  throw new GpuscopeError('QUERY_INVALID', say('lucene.at', { at: at + 1, reason }));
}
