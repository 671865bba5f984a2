import type { PluginContext, PluginQuery, QueryError } from '../plugin.js';
import { readFields, readInt64, stringMap } from '../wire/read.js';
import { bytesField, entryField, int32Field, stringField, type Parts } from '../wire/write.js';
import { readContext } from './context.js';

// Field numbers: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.

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
    1: (reader) => (context = reader.bytes()),
    2: headers.add,
    3: (reader) => queries.push(readQuery(reader.bytes())),
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
    1: (reader) => (query.refId = reader.string()),
    2: (reader) => (query.maxDataPoints = readInt64(reader)),
    3: (reader) => (query.intervalMs = readInt64(reader)),
    4: (reader) =>
      readFields(reader.bytes(), {
        1: (range) => (query.fromMs = readInt64(range)),
        2: (range) => (query.toMs = readInt64(range)),
      }),
    5: (reader) => (query.text = Buffer.from(reader.bytes()).toString('utf8')),
    6: (reader) => (query.queryType = reader.string()),
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
    entryField(1, refId, writeDataResponse(response)),
  );
}

function writeDataResponse({ frames, error }: DataResponse): Parts {
  const parts = frames.flatMap((frame) => bytesField(1, frame));
  if (error === undefined) return [...parts, ...int32Field(4, 200)];
  return [
    ...parts,
    ...stringField(2, error.message),
    ...int32Field(4, error.status),
    ...stringField(5, error.source),
  ];
}
