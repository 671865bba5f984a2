import type { HolderSite } from './site.js';
import type { SourceSite } from './sources/index.js';

/** A mistake in the section as a whole, and the key where it is to be put right. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The driver's library is loaded once: source and holder must mean the same one. */
export function* nvmlMistakes(
  sources: readonly SourceSite[],
  holders: readonly HolderSite[],
  interval: number,
): Generator<Mistake> {
  const own = sources.flatMap((site, index) => (site.kind === 'nvml' ? [{ site, index }] : []));
  const [first, second] = own;
  if (second !== undefined) {
    yield {
      path: ['sources', second.index],
      message: 'names nvml a second time: one look at the driver sees all GPUs of a machine',
    };
  }
  if (first === undefined) return;
  const at = ['sources', first.index, 'nvml'];
  if (first.site.sampleEveryMs > interval) {
    yield {
      path: [...at, 'sampleEvery'],
      message: `must not be longer than the interval (${interval / 1000}s), or cycles would have no samples between them`,
    };
  }
  const [index, holder] = [...holders.entries()].find(([, { kind }]) => kind === 'processes') ?? [];
  if (index === undefined || holder?.kind !== 'processes' || holder.library === undefined) return;
  if (holder.library === first.site.library) return;
  yield {
    path: ['holders', index, 'processes', 'library'],
    message: `must be the source's, ${first.site.library ?? 'which names none'}: one library is loaded for both; name it there, and leave it out here`,
  };
}
