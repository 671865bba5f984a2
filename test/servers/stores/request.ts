import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';

/** How a test reaches a store without any client of ours. */
export interface StoreAddress {
  readonly url: string;
  readonly ca?: string;
  readonly user?: { readonly name: string; readonly password: string };
}

export interface StoreResponse {
  readonly status: number;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
}

const contentType = (body: unknown): string =>
  typeof body === 'string' ? 'application/x-ndjson' : 'application/json';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * One HTTP request to a store.
 *
 * @param body an object is sent as JSON, a text as the lines of a bulk request
 * @throws {Error} only when there is no answer; any status is an answer
 */
export function requestStore(
  { url, ca, user }: StoreAddress,
  method: string,
  path: string,
  body?: unknown,
): Promise<StoreResponse> {
  const target = new URL(path, url);
  const send = target.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const request = send(target, {
      method,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
      ...(user === undefined ? {} : { auth: `${user.name}:${user.password}` }),
      ...(body === undefined ? {} : { headers: { 'content-type': contentType(body) } }),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: parsed(Buffer.concat(chunks).toString()),
        }),
      );
    });
    request.end(
      body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    );
  });
}

/** As `requestStore`, for requests that have to succeed. @throws {Error} with the store's answer */
export async function mustRequestStore(
  address: StoreAddress,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await requestStore(address, method, path, body);
  if (answer.status < 300) return answer.body;
  const said = JSON.stringify(answer.body).slice(0, 2000);
  throw new Error(`${method} ${path} was answered ${answer.status}: ${said}`);
}
