import { GpuscopeError } from '@gpuscope/aggregation';
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
  throw new GpuscopeError(
    'INDEX_NOT_FOUND',
    `no index of the store matches ${index}; check the pattern, the rights of user or key, and whether logs arrive`,
  );
}

const lenient = { ignore_unavailable: 'true', allow_no_indices: 'true' };

async function byCaps(ask: Ask, index: string, signal: AbortSignal): Promise<FieldCaps> {
  const { body } = await ask.must(
    {
      method: 'GET',
      path: `/${encodeURIComponent(index)}/_field_caps`,
      query: { ...lenient, fields: '*', include_unmapped: 'true' },
      what: `reading the fields of ${index}`,
      isRepeatable: true,
    },
    signal,
  );
  return readFieldCaps(body);
}

async function byMappings(ask: Ask, index: string, signal: AbortSignal): Promise<FieldCaps> {
  if (index.includes(':')) {
    throw new GpuscopeError(
      'STORE_UNSUPPORTED',
      `${index} names another cluster; that needs Elasticsearch 7.2 or newer, or OpenSearch`,
    );
  }
  const { body } = await ask.must(
    {
      method: 'GET',
      path: `/${encodeURIComponent(index)}/_mapping`,
      query: lenient,
      what: `reading the fields of ${index}`,
      isRepeatable: true,
    },
    signal,
  );
  return capsOfMappings(body);
}
