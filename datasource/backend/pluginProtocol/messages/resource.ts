import {
  bytesField,
  headersField,
  headersMap,
  int32Field,
  type Parts,
  readFields,
  RESOURCE,
  RESOURCE_PART,
} from '@gpuscope/datasource/protocol';
import type { PluginContext, ResourceRequest, ResourceResponse } from '../plugin.js';
import { readContext } from './context.js';

export interface CallResourceRequest {
  readonly context: PluginContext;
  readonly request: ResourceRequest;
}

export function readCallResourceRequest(bytes: Uint8Array): CallResourceRequest {
  const headers = headersMap();
  const body: Uint8Array = new Uint8Array();
  const request = { path: '', method: '', url: '', headers: headers.map, body };
  let context: Uint8Array = new Uint8Array();
  readFields(bytes, {
    [RESOURCE.context]: (reader) => (context = reader.bytes()),
    [RESOURCE.path]: (reader) => (request.path = reader.string()),
    [RESOURCE.method]: (reader) => (request.method = reader.string()),
    [RESOURCE.url]: (reader) => (request.url = reader.string()),
    [RESOURCE.headers]: headers.add,
    [RESOURCE.body]: (reader) => (request.body = reader.bytes()),
  });
  return { context: readContext(context), request };
}

export function writeCallResourceResponse({ status, headers, body }: ResourceResponse): Parts {
  return [
    ...int32Field(RESOURCE_PART.status, status),
    ...headersField(RESOURCE_PART.headers, headers),
    ...bytesField(RESOURCE_PART.body, body),
  ];
}
