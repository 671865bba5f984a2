import {
  ANSWER,
  ANSWERS,
  bytesField,
  entryField,
  int32Field,
  type Parts,
  QUERIES,
  QUERY,
  readFields,
  readInt64,
  stringField,
  stringMap,
  TIME_RANGE,
} from '@gpuscope/datasource/protocol';
import type { PluginContext, PluginQuery, QueryError } from '../plugin.js';
import { readContext } from './context.js';

/** A query whose text is not parsed yet: one that is no JSON must not fail its neighbours. */
export interface RawQuery extends Omit<PluginQuery, 'json'> {
  readonly text: string;
}

export interface QueryDataRequest {
  readonly context: PluginContext;
  readonly headers: Readonly<Record<string, string>>;
  readonly queries: readonly RawQuery[];
}

export function readQueryDataRequest(bytes: Uint8Array): QueryDataRequest {
  const headers = stringMap();
  const queries: RawQuery[] = [];
  let context: Uint8Array = new Uint8Array();
  readFields(bytes, {
    [QUERIES.context]: (reader) => (context = reader.bytes()),
    [QUERIES.headers]: headers.add,
    [QUERIES.queries]: (reader) => queries.push(readQuery(reader.bytes())),
  });
  return { context: readContext(context), headers: headers.map, queries };
}

function readQuery(bytes: Uint8Array): RawQuery {
  const query = {
    refId: '',
    queryType: '',
    text: '',
    fromMs: 0,
    toMs: 0,
    intervalMs: 0,
    maxDataPoints: 0,
  };
  readFields(bytes, {
    [QUERY.refId]: (reader) => (query.refId = reader.string()),
    [QUERY.maxDataPoints]: (reader) => (query.maxDataPoints = readInt64(reader)),
    [QUERY.intervalMs]: (reader) => (query.intervalMs = readInt64(reader)),
    [QUERY.timeRange]: (reader) =>
      readFields(reader.bytes(), {
        [TIME_RANGE.fromMs]: (range) => (query.fromMs = readInt64(range)),
        [TIME_RANGE.toMs]: (range) => (query.toMs = readInt64(range)),
      }),
    [QUERY.json]: (reader) => (query.text = Buffer.from(reader.bytes()).toString('utf8')),
    [QUERY.queryType]: (reader) => (query.queryType = reader.string()),
  });
  return query;
}

/** What Grafana gets for one query: frames in Arrow's file format, and what went wrong. */
export interface DataResponse {
  readonly frames: readonly Uint8Array[];
  readonly error?: QueryError;
}

export function writeQueryDataResponse(responses: ReadonlyMap<string, DataResponse>): Parts {
  return [...responses].flatMap(([refId, response]) =>
    entryField(ANSWERS.responses, refId, writeDataResponse(response)),
  );
}

function writeDataResponse({ frames, error }: DataResponse): Parts {
  const parts = frames.flatMap((frame) => bytesField(ANSWER.frames, frame));
  if (error === undefined) return [...parts, ...int32Field(ANSWER.status, 200)];
  return [
    ...parts,
    ...stringField(ANSWER.error, error.message),
    ...int32Field(ANSWER.status, error.status),
    ...stringField(ANSWER.source, error.source),
  ];
}
