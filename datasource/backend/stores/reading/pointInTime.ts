import { say } from '@gpuscope/aggregation';
import { readAnswer } from '../answer.js';
import type { Reply } from '../exchange.js';
import { textAt } from '../json.js';
import type { StoreReading, StoreSearch } from '../port.js';
import { writeJson } from '../wire/json.js';
import type { Ask } from '../asks.js';
import { pageBody } from './pages.js';

/**
 * Opens a reading at a point in time. Its pages go on after the last record's sort values, to which the store adds
 * `_shard_doc`, so that no two records share them.
 *
 * @returns undefined where this store has none after all, or lacks a shard that it would need
 */
export async function openPointInTime(
  ask: Ask,
  search: StoreSearch,
  keepAliveMs: number,
  signal: AbortSignal,
): Promise<StoreReading | undefined> {
  const keepAlive = `${keepAliveMs}ms`;
  const opened = await ask.reply(
    {
      method: 'POST',
      path: `/${encodeURIComponent(search.index)}/_pit`,
      query: { keep_alive: keepAlive, ignore_unavailable: 'true' },
      what: say('store.reading', { index: search.index }),
      isRepeatable: false,
    },
    signal,
  );
  const first = opened.status < 300 ? idIn(opened, 'id') : undefined;
  return first === undefined ? undefined : reading(ask, search, keepAlive, first);
}

function idIn({ body }: Reply, key: string): string | undefined {
  const id = textAt(body, key);
  return id === '' ? undefined : id;
}

function reading(ask: Ask, search: StoreSearch, keepAlive: string, first: string): StoreReading {
  let id = first;
  let after: readonly unknown[] | undefined;
  let isAtEnd = false;
  const what = say('store.reading', { index: search.index });
  return {
    next: async (size, signal) => {
      const body = writeJson({
        sort: ['_shard_doc'], // unless there is another
        ...pageBody(search.body, isAtEnd ? 0 : size),
        pit: { id, keep_alive: keepAlive },
        ...(after === undefined ? {} : { search_after: after }),
      });
      const path = '/_search';
      const reply = await ask.search(
        { method: 'POST', path, body, what, isRepeatable: true },
        signal,
      );
      id = idIn(reply, 'pit_id') ?? id;
      const answer = readAnswer(reply.body, search.index);
      after = answer.hits.at(-1)?.sort ?? after;
      isAtEnd = answer.hits.length === 0;
      return answer;
    },
    close: async () => {
      const body = JSON.stringify({ id });
      await ask.quietly({ method: 'DELETE', path: '/_pit', body, what, isRepeatable: true });
    },
  };
}
