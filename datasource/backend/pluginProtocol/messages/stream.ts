import { GpuscopeError } from '@gpuscope/aggregation';
import {
  int32Field,
  type Parts,
  readFields,
  stringField,
  stringMap,
} from '@gpuscope/datasource/protocol';
import type { PluginContext, StreamAnswer, StreamRequest } from '../plugin.js';
import { readContext } from './context.js';
import { toJson } from './json.js';

// Field numbers: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.

export interface ChannelRequest {
  readonly context: PluginContext;
  readonly request: StreamRequest;
}

/** SubscribeStreamRequest, RunStreamRequest and PublishStreamRequest have the same fields. */
export function readChannelRequest(bytes: Uint8Array): ChannelRequest {
  const headers = stringMap();
  let context: Uint8Array = new Uint8Array();
  let path = '';
  let data: Uint8Array = new Uint8Array();
  readFields(bytes, {
    1: (reader) => (context = reader.bytes()),
    2: (reader) => (path = reader.string()),
    3: (reader) => (data = reader.bytes()),
    4: headers.add,
  });
  const request = { path, data: parseData(path, data), headers: headers.map };
  return { context: readContext(context), request };
}

function parseData(path: string, data: Uint8Array): unknown {
  if (data.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    const channel = JSON.stringify(path);
    throw new GpuscopeError('QUERY_INVALID', `what was sent to the channel ${channel} is no JSON`);
  }
}

const statusNumbers = { ok: 0, 'not-found': 1, denied: 2 } as const;

/** SubscribeStreamResponse and PublishStreamResponse have the same fields. */
export function writeStreamAnswer({ status, data }: StreamAnswer): Parts {
  return [
    ...int32Field(1, statusNumbers[status]),
    ...(data === undefined ? [] : stringField(2, toJson(data))),
  ];
}

/** A StreamPacket: the JSON of a frame. */
export const writeStreamPacket = (json: string): Parts => stringField(1, json);
