import { say } from '@gpuscope/aggregation';
import type { Hit, Layout, LogRecord, Notice, Selection } from '@gpuscope/aggregation/logs';
import {
  few,
  hasLevels,
  layoutOfIndex,
  lineMatcher,
  readRecord,
  warning,
} from '@gpuscope/aggregation/logs';
import type { Scope } from '@gpuscope/aggregation/scope';
import { inScope } from '@gpuscope/aggregation/scope';
import { mapInChunks } from '../../limits/pause.js';
import type { Known } from '../../sessions/known.js';
import type { Admitted } from '../ask.js';
import type { NameRecord } from './nameRecords.js';
import { nameRecords } from './nameRecords.js';

/** A browser that is to show a longer line stands still. */
const MAX_LINE_CHARS = 32_768;

export interface ReadOptions {
  readonly known: Known;
  /** What may be seen now; the search was told the same. */
  readonly scope: Scope;
  /** The lines are looked through for these again, as grep would; empty: they are not. */
  readonly words: string;
  readonly columns: readonly string[];
  /** What was chosen; where it is one app or user only, every line is theirs. */
  readonly selection?: Selection;
  /** Longer lines are cut. */
  readonly maxLineChars?: number;
}

export interface ReadHits {
  readonly records: readonly LogRecord[];
  /** The hits that the records were read from, in the same order. */
  readonly hits: readonly Hit[];
  /** Hits that do not hold the words as they were written, or have another level, though the store found them. */
  readonly unfit: number;
  readonly notices: readonly Notice[];
}

type Seen =
  | { readonly record: LogRecord; readonly hit: Hit }
  | { readonly left: 'unfit' | 'outside' }
  | { readonly left: 'unread'; readonly index: string };

type Asking = Pick<Admitted, 'session' | 'metrics' | 'log'>;
type Matches = (line: string) => boolean;

function look(
  hit: Hit,
  { session }: Asking,
  options: ReadOptions,
  { matches, named }: { readonly matches: Matches; readonly named: NameRecord },
): Seen {
  const { known, scope, columns, maxLineChars = MAX_LINE_CHARS } = options;
  const layout = layoutOfIndex(hit.index, known.layouts);
  if (layout === undefined) return { left: 'unread', index: hit.index };
  const record = readRecord(hit, layout, session.settings.cluster, { columns, maxLineChars });
  if (!inScope(record, scope)) return { left: 'outside' };
  // What was cut off can't be looked through: there the store is believed.
  const fits = (record.cut > 0 || matches(record.line)) && hasLevel(record, layout, options);
  return fits ? { record: named(record, hit, layout), hit } : { left: 'unfit' };
}

/** A level that only the line tells is not the store's to find. */
function hasLevel({ level }: LogRecord, layout: Layout, { selection }: ReadOptions): boolean {
  const levels = selection?.levels ?? [];
  return levels.length === 0 || hasLevels([layout]) || levels.includes(level ?? 'unknown');
}

function leftOut(outside: number, unread: readonly string[]): readonly Notice[] {
  const notices: Notice[] = [];
  if (outside > 0) notices.push(warning(say('notice.notYours', { lines: outside })));
  if (unread.length > 0)
    notices.push(
      warning(
        say('notice.unreadLines', {
          lines: unread.length,
          indices: few([...new Set(unread)]),
        }),
      ),
    );
  return notices;
}

/** Reads what a store found, and looks again at what must not be left to it: the scope, and the words. */
export async function readHits(
  hits: readonly Hit[],
  asking: Asking,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<ReadHits> {
  const how = {
    matches: lineMatcher(options.words),
    named: nameRecords(asking.session.settings, options.selection ?? {}),
  };
  const seen = await mapInChunks(hits, (hit) => look(hit, asking, options, how), signal);
  const kept = seen.flatMap((one) => ('record' in one ? [one] : []));
  const count = (why: 'unfit' | 'outside'): number =>
    seen.filter((one) => 'left' in one && one.left === why).length;
  const unread = seen.flatMap((one) => ('left' in one && one.left === 'unread' ? [one.index] : []));
  const outside = count('outside');
  if (outside > 0) {
    asking.metrics.dropped(outside);
    asking.log.error('the store answered with records that it was not asked for', { outside });
  }
  return {
    records: kept.map(({ record }) => record),
    hits: kept.map(({ hit }) => hit),
    unfit: count('unfit'),
    notices: leftOut(outside, unread),
  };
}
