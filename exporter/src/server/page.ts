import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ExpositionFormat, SeriesFamily } from '@gpuscope/aggregation';
import { serialiseExposition, toFamilies } from '@gpuscope/aggregation';
import type { Clock } from '../clock.js';
import type { SnapshotStore } from '../cycle/snapshot.js';
import { servable } from '../cycle/snapshot.js';
import type { SelfMetrics } from '../selfMetrics.js';

const compress = promisify(gzip);

/** How long a page serves before the exporter's own metrics on it are read anew. */
const PAGE_MS = 1000;

/** The page of metrics, in each format, packed or not. */
export interface MetricsPage {
  /** Many calls at once share one rendering. */
  read(format: ExpositionFormat, packed: boolean): Promise<Buffer>;
}

export interface PageParts {
  readonly store: SnapshotStore;
  readonly metrics: SelfMetrics;
  readonly dropAfterMs: number;
  readonly clock: Clock;
}

interface Rendered {
  readonly of: unknown;
  readonly atMs: number;
  readonly body: Promise<Buffer>;
}

export function createMetricsPage({ store, metrics, dropAfterMs, clock }: PageParts): MetricsPage {
  const rendered = new Map<string, Rendered>();

  async function families(): Promise<SeriesFamily[]> {
    const snapshot = store.latest();
    if (snapshot === undefined) return [...(await metrics.families())];
    const ageMs = clock.monotonicMs() - snapshot.atMs;
    metrics.set('gpuscope_exporter_snapshot_age_seconds', ageMs / 1000);
    return [...toFamilies(servable(snapshot, ageMs, dropAfterMs)), ...(await metrics.families())];
  }

  /** Keeps the newest page of each kind; a failed one is not kept. */
  function shared(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = rendered.get(key);
    const nowMs = clock.monotonicMs();
    const of = store.latest();
    if (known !== undefined && known.of === of && nowMs - known.atMs < PAGE_MS) return known.body;
    const body = make();
    rendered.set(key, { of, atMs: nowMs, body });
    body.catch(() => rendered.delete(key));
    return body;
  }

  const plain = (format: ExpositionFormat): Promise<Buffer> =>
    shared(format, async () => Buffer.from(serialiseExposition(await families(), format)));

  return {
    read: (format, packed) =>
      packed ? shared(`${format} gzip`, async () => compress(await plain(format))) : plain(format),
  };
}
