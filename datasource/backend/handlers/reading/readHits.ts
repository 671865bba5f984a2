import type { Hit, LogRecord, Notice } from '@gpuscope/aggregation/logs';
import { layoutOfIndex, lineMatcher, readRecord } from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import { inScope } from '@gpuscope/aggregation/scope';
import { mapInChunks } from '../../limits/pause.js';
import type { Known } from '../../sessions/known.js';
import type { Admitted } from '../ask.js';
import { listed, warning } from './notices.js';

/** A browser that is to show a longer line stands still. */
export const MAX_LINE_CHARS = 32_768;

export interface ReadOptions {
  readonly known: Known;
  /** What may be seen now; the search was told the same. */
  readonly scope: Scope;
  /** The lines are looked through for these again, as grep would; empty: they are not. */
  readonly words: string;
  readonly columns: readonly string[];
  /** Longer lines are cut. */
  readonly maxLineChars?: number;
}

export interface ReadHits {
  readonly records: readonly LogRecord[];
  /** Hits that do not hold the words as they were written, though the store found them. */
  readonly unfit: number;
  readonly notices: readonly Notice[];
}

type Seen =
  | { readonly record: LogRecord }
  | { readonly left: 'unfit' | 'outside' }
  | { readonly left: 'unread'; readonly index: string };

type Asking = Pick<Admitted, 'session' | 'metrics' | 'log'>;
type Matches = (line: string) => boolean;

function look(hit: Hit, { session }: Asking, options: ReadOptions, matches: Matches): Seen {
  const { known, scope, columns, maxLineChars = MAX_LINE_CHARS } = options;
  const layout = layoutOfIndex(hit.index, known.layouts);
  if (layout === undefined) return { left: 'unread', index: hit.index };
  const record = readRecord(hit, layout, session.settings.cluster, { columns, maxLineChars });
  if (!inScope(record, scope)) return { left: 'outside' };
  // What was cut off can't be looked through: there the store is believed.
  const fits = record.cut > 0 || matches(record.line);
  return fits ? { record } : { left: 'unfit' };
}

/** Reads what a store found, and looks again at what must not be left to it: the scope, and the words. */
export async function readHits(
  hits: readonly Hit[],
  asking: Asking,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<ReadHits> {
  const matches = lineMatcher(options.words);
  const seen = await mapInChunks(hits, (hit) => look(hit, asking, options, matches), signal);
  const records = seen.flatMap((one) => ('record' in one ? [one.record] : []));
  const count = (why: 'unfit' | 'outside'): number =>
    seen.filter((one) => 'left' in one && one.left === why).length;
  const unread = seen.flatMap((one) => ('left' in one && one.left === 'unread' ? [one.index] : []));
  const outside = count('outside');
  if (outside > 0) {
    asking.metrics.dropped(outside);
    asking.log.error('the store answered with records that it was not asked for', { outside });
  }
  return {
    records,
    unfit: count('unfit'),
    notices: [
      ...(outside > 0
        ? [
            warning(
              `${outside} lines that the store answered with are left out: they are not yours to see. Tell whoever runs the log store.`,
            ),
          ]
        : []),
      ...(unread.length > 0
        ? [
            warning(
              `${unread.length} lines are left out: nobody knows how the records of ${listed([...new Set(unread)])} are written.`,
            ),
          ]
        : []),
    ],
  };
}
