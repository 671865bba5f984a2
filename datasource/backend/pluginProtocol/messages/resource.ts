import type { PluginContext, ResourceRequest, ResourceResponse } from '../plugin.js';
import { emptyMap, readEntry, readFields } from '../wire/read.js';
import { bytesField, entryField, int32Field, partsField, type Parts } from '../wire/write.js';
import { readContext } from './context.js';

// Field numbers: github.com/grafana/grafana-plugin-sdk-go, package pluginv2.

export interface CallResourceRequest {
  readonly context: PluginContext;
  readonly request: ResourceRequest;
}

export function readCallResourceRequest(bytes: Uint8Array): CallResourceRequest {
  const headers = emptyMap<readonly string[]>();
  const body: Uint8Array = new Uint8Array();
  const request = { path: '', method: '', url: '', headers, body };
  let context: Uint8Array = new Uint8Array();
  readFields(bytes, {
    1: (reader) => (context = reader.bytes()),
    2: (reader) => (request.path = reader.string()),
    3: (reader) => (request.method = reader.string()),
    4: (reader) => (request.url = reader.string()),
    5: (reader) => {
      const [name, values] = readEntry(reader, [], (entry) => readStrings(entry.bytes()));
      headers[name] = values;
    },
    6: (reader) => (request.body = reader.bytes()),
  });
  return { context: readContext(context), request };
}

function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  readFields(bytes, { 1: (reader) => strings.push(reader.string()) });
  return strings;
}

export function writeCallResourceResponse({ status, headers, body }: ResourceResponse): Parts {
  return [
    ...int32Field(1, status),
    ...Object.entries(headers).flatMap(([name, values]) =>
      entryField(
        2,
        name,
        values.flatMap((value) => partsField(1, [Buffer.from(value, 'utf8')])),
      ),
    ),
    ...bytesField(3, body),
  ];
}
