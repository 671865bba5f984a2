import { GpuscopeError } from '@gpuscope/aggregation';
import type { FieldCaps, Layout } from '@gpuscope/aggregation/logs';
import { layoutsOf } from '@gpuscope/aggregation/logs';
import type { SourceSettings } from '../settings/sourceSettings.js';
import type { LogStore } from '../stores/port.js';

/** What is known of the records of an index pattern. */
export interface Known {
  readonly caps: FieldCaps;
  readonly layouts: readonly Layout[];
  /** Why some indices, or some fields of theirs, can't be asked; whole sentences. */
  readonly problems: readonly string[];
}

/** Asks a store for the fields of its indices and finds out how the records are written. */
export async function learn(
  store: LogStore,
  { index, shape, cluster }: Pick<SourceSettings, 'index' | 'shape' | 'cluster'>,
  signal: AbortSignal,
): Promise<Known> {
  const caps = await store.fieldCaps(index, signal);
  if (caps.indices.length === 0)
    throw new GpuscopeError(
      'INDEX_NOT_FOUND',
      `no index fits the pattern ${index}; logs may not have arrived yet, or the pattern is misspelt`,
    );
  return { caps, ...layoutsOf(caps, { shape, cluster }) };
}
