import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { FieldCaps } from '@gpuscope/aggregation/logs';
import type { Ask } from '../asks.js';
import { readFieldCaps } from './fieldCaps.js';
import { capsOfMappings } from './mappings.js';

/** The fields of all indices of a pattern. @throws {GpuscopeError} INDEX_NOT_FOUND when nothing matches it */
export async function capsFor(
  ask: Ask,
  index: string,
  tellsUnmapped: boolean,
  signal: AbortSignal,
): Promise<FieldCaps> {
  const caps = tellsUnmapped
    ? await byCaps(ask, index, signal)
    : await byMappings(ask, index, signal);
  if (caps.indices.length > 0) return caps;
  throw new GpuscopeError('INDEX_NOT_FOUND', say('store.noIndex', { index }));
}

const lenient = { ignore_unavailable: 'true', allow_no_indices: 'true' };

async function byCaps(ask: Ask, index: string, signal: AbortSignal): Promise<FieldCaps> {
  const { body } = await ask.must(
    {
      method: 'GET',
      path: `/${encodeURIComponent(index)}/_field_caps`,
      query: { ...lenient, fields: '*', include_unmapped: 'true' },
      what: say('store.readingFields', { index }),
      isRepeatable: true,
    },
    signal,
  );
  return readFieldCaps(body);
}

async function byMappings(ask: Ask, index: string, signal: AbortSignal): Promise<FieldCaps> {
  if (index.includes(':')) {
    throw new GpuscopeError('STORE_UNSUPPORTED', say('store.otherCluster', { index }));
  }
  const { body } = await ask.must(
    {
      method: 'GET',
      path: `/${encodeURIComponent(index)}/_mapping`,
      query: lenient,
      what: say('store.readingFields', { index }),
      isRepeatable: true,
    },
    signal,
  );
  return capsOfMappings(body);
}
