import { RESOURCE, RESOURCE_PART } from '../numbers.js';
import { readFields } from '../wire/read.js';
import { headersField, headersMap, type HeaderLists } from '../wire/strings.js';
import { bytesField, partsField, stringField, type Parts } from '../wire/write.js';
import { writeContext, type HostContext } from './context.js';

export interface HostResource {
  readonly path: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: HeaderLists;
  readonly body: Uint8Array;
}

/** A CallResourceRequest. */
export const writeResource = (context: HostContext, request: HostResource): Parts => [
  ...partsField(RESOURCE.context, writeContext(context)),
  ...stringField(RESOURCE.path, request.path),
  ...stringField(RESOURCE.method, request.method),
  ...stringField(RESOURCE.url, request.url),
  ...headersField(RESOURCE.headers, request.headers),
  ...bytesField(RESOURCE.body, request.body),
];

/** The first part carries status and headers; later ones only add to the body. */
export interface HostResourcePart {
  readonly status: number;
  readonly headers: HeaderLists;
  readonly body: Uint8Array;
}

/** Reads a CallResourceResponse. */
export function readResourcePart(bytes: Uint8Array): HostResourcePart {
  const headers = headersMap();
  let status = 0;
  let body: Uint8Array = new Uint8Array();
  readFields(bytes, {
    [RESOURCE_PART.status]: (reader) => (status = reader.int32()),
    [RESOURCE_PART.headers]: headers.add,
    [RESOURCE_PART.body]: (reader) => (body = reader.bytes()),
  });
  return { status, headers: headers.map, body };
}
