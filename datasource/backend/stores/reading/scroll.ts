import type { Said } from '@gpuscope/aggregation';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Hit } from '@gpuscope/aggregation/logs';
import { readAnswer } from '../answer.js';
import type { Ask } from '../asks.js';
import { textAt } from '../json.js';
import type { StoreAnswer, StoreReading, StoreSearch } from '../port.js';
import { writeJson } from '../wire/json.js';
import { pageBody } from './pages.js';

/** What scrolling does not allow, and what the other way of reading would make of it. */
function scrollBody(search: StoreSearch, size: number): string {
  const { track_total_hits: tracked, ...body } = pageBody(search.body, size);
  return writeJson(tracked === true ? { ...body, track_total_hits: true } : body);
}

/** A first page of one line would make every page as short. */
const leastPage = 100;

const isWhole = ({ shards, timedOut }: StoreAnswer): boolean => shards.failed === 0 && !timedOut;

/**
 * A reading by scroll. The store fixes the length of its pages at the first; what is more than asked for is kept for
 * the next page, and a page that would be too short is filled up, so that only the last is short.
 */
export function openScroll(ask: Ask, search: StoreSearch, keepAliveMs: number): StoreReading {
  const scroll = `${keepAliveMs}ms`;
  const what = say('store.reading', { index: search.index });
  let id: string | undefined;
  let kept: readonly Hit[] = [];
  let last: StoreAnswer | undefined;
  let isAtEnd = false;
  let pageSize: number | undefined;
  let isBroken = false;

  const fetch = async (length: number, signal: AbortSignal): Promise<StoreAnswer> => {
    const request =
      id === undefined
        ? {
            path: `/${encodeURIComponent(search.index)}/_search`,
            query: { scroll, ignore_unavailable: 'true', allow_no_indices: 'true' },
            body: scrollBody(search, length),
          }
        : { path: '/_search/scroll', body: JSON.stringify({ scroll, scroll_id: id }) };
    // Scrolling on twice would leave a page out.
    isBroken = id !== undefined;
    const asked = { method: 'POST', what, isRepeatable: id === undefined, ...request } as const;
    const reply = await ask.search(asked, signal);
    isBroken = false;
    id = textAt(reply.body, '_scroll_id') || id;
    return readAnswer(reply.body, search.index);
  };
  return {
    next: async (size, signal) => {
      if (isBroken) throw broken(what);
      let told = kept.length > 0 ? last : undefined;
      pageSize ??= Math.max(size, leastPage);
      while (last === undefined || (kept.length < size && !isAtEnd)) {
        last = await fetch(pageSize, signal);
        kept = [...kept, ...last.hits];
        // A part that shards are missing from may be short before the end.
        isAtEnd = last.hits.length < (isWhole(last) ? pageSize : 1);
        // What an earlier part lacks is missing from the page, too.
        if (told === undefined || isWhole(told)) told = last;
      }
      const hits = kept.slice(0, size);
      kept = kept.slice(size);
      return { ...(told ?? last), hits };
    },
    close: async () => {
      if (id === undefined) return;
      const body = JSON.stringify({ scroll_id: [id] });
      await ask.quietly({
        method: 'DELETE',
        path: '/_search/scroll',
        body,
        what,
        isRepeatable: true,
      });
    },
  };
}

const broken = (what: Said): GpuscopeError =>
  new GpuscopeError('STORE_TIMEOUT', say('store.pageLost', { what }));
