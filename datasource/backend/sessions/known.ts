import type { IdentityRules, Said } from '@gpuscope/aggregation';
import { GpuscopeError, IDENTITY_NAMES } from '@gpuscope/aggregation';
import type { FieldCaps, Layout } from '@gpuscope/aggregation/logs';
import {
  layoutsOf,
  levelSearch,
  mapSearch,
  readMaps,
  withHeldLevels,
} from '@gpuscope/aggregation/logs';
import type { SourceSettings } from '../settings/sourceSettings.js';
import type { LogStore } from '../stores/port.js';

/** What is known of the records of an index pattern. */
export interface Known {
  readonly caps: FieldCaps;
  readonly layouts: readonly Layout[];
  /** Why some indices, or some fields of theirs, can't be asked; whole sentences. */
  readonly problems: readonly Said[];
}

type LearnSettings = Pick<SourceSettings, 'index' | 'shape' | 'cluster' | 'identity'>;

/** The labels and annotations that names are read from. */
const keysOf = (rules: IdentityRules): readonly string[] => [
  ...new Set(IDENTITY_NAMES.flatMap((name) => rules[name].flatMap(({ key }) => key ?? []))),
];

type Options = Parameters<typeof layoutsOf>[1] & { readonly keys: readonly string[] };

/** Layouts from the mappings, and for flattened labels from what the records hold. */
async function withMaps(
  store: LogStore,
  { index, caps }: { readonly index: string; readonly caps: FieldCaps },
  options: Options,
  signal: AbortSignal,
): Promise<ReturnType<typeof layoutsOf>> {
  const found = layoutsOf(caps, options);
  const body = mapSearch(found.layouts, options.keys);
  if (body === undefined) return found;
  const maps = readMaps(found.layouts, await store.search({ index, body }, signal));
  return layoutsOf(caps, { ...options, maps });
}

/** Asks a store for the fields of its indices and finds out how the records are written. */
export async function learn(
  store: LogStore,
  { index, shape, cluster, identity }: LearnSettings,
  signal: AbortSignal,
): Promise<Known> {
  const caps = await store.fieldCaps(index, signal);
  if (caps.indices.length === 0)
    throw new GpuscopeError(
      'INDEX_NOT_FOUND',
      `no index fits the pattern ${index}; logs may not have arrived yet, or the pattern is misspelt`,
    );
  const options = { shape, cluster, keys: keysOf(identity) };
  const found = await withMaps(store, { index, caps }, options, signal);
  const body = levelSearch(found.layouts);
  if (body === undefined) return { caps, ...found };
  const answer = await store.search({ index, body }, signal);
  return { caps, ...found, layouts: withHeldLevels(found.layouts, answer) };
}
