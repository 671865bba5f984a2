import { GpuscopeError, say } from '@gpuscope/aggregation';
import type { Table } from '@gpuscope/aggregation/logs';
import type { AppLogsQuery, Show as ShowName } from '@gpuscope/datasource/shared';
import { readQuery } from '@gpuscope/datasource/shared';
import type { Log } from '../log.js';
import type { Headers, PluginContext, PluginQuery, QueryResult } from '../pluginProtocol/plugin.js';
import type { Ask } from './ask.js';
import { checked } from './checked.js';
import { asGpuscopeError, queryError } from './errors.js';
import { checkedRange, fromGrafanaRange } from './range.js';
import { context } from './shows/context.js';
import { counts } from './shows/counts.js';
import { lines } from './shows/lines.js';
import type { Show } from './shows/show.js';
import { volume } from './shows/volume.js';

const SHOWS: Readonly<Record<ShowName, Show>> = {
  lines,
  volume,
  counts,
  rates: counts,
  context,
};

/** More queries than any panel has. */
const MAX_QUERIES = 100;

export interface QueryAllDeps {
  readonly ask: Ask;
  readonly log: Log;
}

interface Request {
  readonly context: PluginContext;
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

async function answer(
  { ask }: QueryAllDeps,
  request: Request,
  { json, intervalMs, ...times }: PluginQuery,
): Promise<readonly Table[]> {
  const query: AppLogsQuery = checked(readQuery(json));
  const kind = query.show;
  return ask({ ...request, kind, question: { ...query, ...times } }, (admitted, signal) => {
    const { rangeMs } = admitted.session.settings.limits;
    const range = checkedRange(fromGrafanaRange(times), rangeMs);
    return SHOWS[kind](admitted, { query, range, intervalMs }, signal);
  });
}

/** Answers each query by itself: what is wrong with one does not touch the others. */
export async function queryAll(
  deps: QueryAllDeps,
  request: Request,
  queries: readonly PluginQuery[],
): Promise<ReadonlyMap<string, QueryResult>> {
  if (queries.length > MAX_QUERIES)
    throw new GpuscopeError(
      'LIMIT_EXCEEDED',
      say('question.tooMany', { queries: queries.length, most: MAX_QUERIES }),
    );
  const results = await Promise.all(
    queries.map(async (query): Promise<readonly [string, QueryResult]> => {
      try {
        return [query.refId, { tables: await answer(deps, request, query) }];
      } catch (error) {
        return [query.refId, { error: queryError(asGpuscopeError(error, deps.log)) }];
      }
    }),
  );
  return new Map(results);
}
