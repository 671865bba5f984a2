import type { FrameSaid } from '@gpuscope/datasource/shared';
import { GpuscopeError, say } from '@gpuscope/aggregation';
import { encodeFrame } from '../../frames/encodeFrame.js';
import type { Log } from '../../log.js';
import { knownError, sourceOf } from '../calls/failure.js';
import { bytesService } from '../calls/method.js';
import { unaryHandler, type Unary } from '../calls/unary.js';
import {
  readQueryDataRequest,
  writeQueryDataResponse,
  type DataResponse,
  type RawQuery,
} from '../messages/data.js';
import type { Plugin, PluginQuery, QueryError, QueryResult } from '../plugin.js';
import { answerBudget, type AnswerBudget } from './answerBudget.js';
import type { Service } from './service.js';

/** pluginv2.Data. */
export const dataService = (plugin: Plugin, log: Log): Service => ({
  definition: bytesService('pluginv2.Data', { QueryData: 'unary' }),
  implementation: { QueryData: unaryHandler('QueryData', queryData(plugin, log), log) },
});

const queryData =
  (plugin: Plugin, log: Log): Unary =>
  async (bytes, signal) => {
    const { context, headers, queries } = readQueryDataRequest(bytes);
    const responses = new Map<string, DataResponse>();
    const readable: PluginQuery[] = [];
    for (const query of queries) {
      const parsed = parseQueryText(query);
      if (parsed instanceof GpuscopeError) responses.set(query.refId, refusal(query.refId, parsed));
      else readable.push(parsed);
    }
    const results =
      readable.length === 0
        ? new Map<string, QueryResult>()
        : await plugin.query(context, readable, headers, signal);
    signal.throwIfAborted(); // frames of a query that nobody waits for would keep others waiting
    const budget = answerBudget();
    for (const { refId } of readable)
      responses.set(refId, responseOf(refId, results.get(refId), budget, log));
    return writeQueryDataResponse(responses);
  };

function parseQueryText({ text, ...query }: RawQuery): PluginQuery | GpuscopeError {
  try {
    return { ...query, json: JSON.parse(text) };
  } catch {
    return new GpuscopeError('QUERY_INVALID', `the query ${query.refId} is no JSON`);
  }
}

/** Grafana passes an error on as a text: for who reads another language it stands in a frame without fields, too. */
function refusedFrames(refId: string, { said }: QueryError): readonly Uint8Array[] {
  if (said === undefined) return [];
  const custom: FrameSaid = { refused: said };
  const table = {
    name: '',
    type: 'table',
    columns: [],
    notices: [],
    custom: { ...custom },
  } as const;
  return [encodeFrame(table, refId)];
}

/** Frames that can't be built fail their own query alone. */
function responseOf(
  refId: string,
  result: QueryResult | undefined,
  budget: AnswerBudget,
  log: Log,
): DataResponse {
  try {
    if (result === undefined)
      throw new GpuscopeError('INTERNAL', `the query ${refId} got no answer`);
    const frames = (result.tables ?? []).map((table) => encodeFrame(table, refId));
    budget.take(refId, frames);
    if (result.error === undefined) return { frames };
    return { frames: [...frames, ...refusedFrames(refId, result.error)], error: result.error };
  } catch (error) {
    return refusal(refId, knownError(error, `QueryData ${refId}`, log));
  }
}

function refusal(refId: string, error: GpuscopeError): DataResponse {
  const asked = asQueryError(error);
  return { frames: refusedFrames(refId, asked), error: asked };
}

function asQueryError(error: GpuscopeError): QueryError {
  const { code, message, said } = error;
  const status = error.origin === 'internal' ? 500 : 400;
  return {
    message: `${code}: ${message}`,
    ...(said !== undefined && { said: say('error.coded', { code, reason: said }) }),
    status,
    source: sourceOf(error),
  };
}
