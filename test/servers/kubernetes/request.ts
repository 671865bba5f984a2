import { readFileSync } from 'node:fs';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { ClusterFiles } from './files.js';

/** What the API server answered. */
export interface ApiResponse {
  readonly status: number;
  /** Parsed JSON; a text when the answer is none. */
  readonly body: unknown;
}

export interface ApiRequestOptions {
  /** Bearer token; left out, the administrator's certificate is shown. An empty one asks as nobody. */
  readonly token?: string;
  /** Left out: application/json, and for PATCH a strategic merge. */
  readonly contentType?: string;
}

type Way =
  | { readonly socketPath: string }
  | { readonly port: number; readonly files: Pick<ClusterFiles, 'ca' | 'adminCert' | 'adminKey'> };

const patchType = 'application/strategic-merge-patch+json';

/** One request on a connection of its own, to a Unix socket or by TLS to a cluster's API server. */
export function requestOver(
  way: Way,
  method: string,
  path: string,
  body?: unknown,
  { token, contentType }: ApiRequestOptions = {},
): Promise<ApiResponse> {
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const headers: Record<string, string> = { accept: 'application/json' };
  if (text !== undefined) {
    headers['content-type'] = contentType ?? (method === 'PATCH' ? patchType : 'application/json');
  }
  if (token !== undefined && token !== '') headers.authorization = `Bearer ${token}`;
  const options: RequestOptions = { method, path, headers, agent: false, timeout: 60_000 };
  return new Promise((resolve, reject) => {
    const answer = (response: IncomingMessage): void => collect(response, resolve, reject);
    const request =
      'socketPath' in way
        ? plainRequest({ ...options, socketPath: way.socketPath }, answer)
        : tlsRequest(
            { ...options, host: '127.0.0.1', port: way.port, ...identity(way.files, token) },
            answer,
          );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error(`${method} ${path}: no answer in 60 s`)));
    request.end(text);
  });
}

function identity(
  files: Pick<ClusterFiles, 'ca' | 'adminCert' | 'adminKey'>,
  token: string | undefined,
): { ca: Buffer; cert?: Buffer; key?: Buffer } {
  const ca = readFileSync(files.ca);
  if (token !== undefined) return { ca };
  return { ca, cert: readFileSync(files.adminCert), key: readFileSync(files.adminKey) };
}

function collect(
  response: IncomingMessage,
  resolve: (answer: ApiResponse) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('error', reject);
  response.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    resolve({ status: response.statusCode ?? 0, body: parse(text) });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
