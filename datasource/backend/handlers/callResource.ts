import { GpuscopeError } from '@gpuscope/aggregation';
import type { Read } from '@gpuscope/datasource/shared';
import {
  readLinesRequest,
  readRecordRequest,
  readValuesRequest,
} from '@gpuscope/datasource/shared';
import type { Log } from '../log.js';
import type { PluginContext, ResourceRequest, ResourceResponse } from '../pluginProtocol/plugin.js';
import type { Admitted, Ask } from './ask.js';
import { checked } from './checked.js';
import { asGpuscopeError } from './errors.js';
import { errorResponse, jsonOf, jsonResponse } from './json.js';
import { about } from './resources/about.js';
import { fields } from './resources/fields.js';
import { lines } from './resources/lines.js';
import { record } from './resources/record.js';
import { values } from './resources/values.js';

/** One path: how its body is read, and who answers it. */
interface Resource {
  readonly method: 'GET' | 'POST';
  readonly answer: (body: unknown) => (admitted: Admitted, signal: AbortSignal) => Promise<unknown>;
}

function post<T>(
  read: (body: unknown) => Read<T>,
  answer: (admitted: Admitted, request: T, signal: AbortSignal) => Promise<unknown>,
): Resource {
  return {
    method: 'POST',
    answer: (body) => {
      const request = checked(read(body));
      return (admitted, signal) => answer(admitted, request, signal);
    },
  };
}

const RESOURCES: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ['values', post(readValuesRequest, values)],
  ['fields', post(readValuesRequest, fields)],
  ['lines', post(readLinesRequest, lines)],
  ['record', post(readRecordRequest, record)],
  ['about', { method: 'GET', answer: () => about }],
]);

const PATHS = [...RESOURCES].map(([path, { method }]) => `${method} ${path}`).join(', ');

export interface CallResourceDeps {
  readonly ask: Ask;
  readonly log: Log;
}

function notFound(path: string): ResourceResponse {
  const message = `there is nothing at "${path}"; there are ${PATHS}`;
  return jsonResponse(404, { code: 'NOT_FOUND', message });
}

function wrongMethod({ method, path }: ResourceRequest, allowed: string): ResourceResponse {
  const message = `${path} is asked by ${allowed}, not by ${method}`;
  return jsonResponse(405, { code: 'METHOD_NOT_ALLOWED', message });
}

/** Answers one resource call; errors are JSON, too: `{code, message}`. */
export async function callResource(
  { ask, log }: CallResourceDeps,
  context: PluginContext,
  request: ResourceRequest,
  signal: AbortSignal,
): Promise<ResourceResponse> {
  const kind = request.path.replace(/^\/+|\/+$/g, '');
  const resource = RESOURCES.get(kind);
  if (resource === undefined) return notFound(request.path);
  if (resource.method !== request.method) return wrongMethod(request, resource.method);
  try {
    const question = jsonOf(request.body);
    const work = resource.answer(question);
    const { headers } = request;
    return jsonResponse(200, await ask({ context, headers, kind, question, signal }, work));
  } catch (error) {
    const ours = asGpuscopeError(error, log);
    if (!(error instanceof GpuscopeError)) log.error('a resource call failed', { path: kind });
    return errorResponse(ours);
  }
}
