import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Loopback } from './loopback.js';
import { httpLoopback } from './loopback.js';

/** A request to the fake API server. */
export interface ApiCall {
  readonly url: URL;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly isWatch: boolean;
}

type Handler = (call: ApiCall) => void;

export interface FakeApi extends Loopback {
  /** Every call so far. */
  readonly calls: readonly ApiCall[];
}

/** An API server of a test: lists and watches are answered as told, the last handler again and again. */
export async function fakeApi(handlers: {
  readonly list?: readonly Handler[];
  readonly watch?: readonly Handler[];
}): Promise<FakeApi> {
  const calls: ApiCall[] = [];
  const next = { list: 0, watch: 0 };
  const server = await httpLoopback((request, response) => {
    const url = new URL(request.url ?? '/', 'http://synthetic');
    const isWatch = url.searchParams.get('watch') === '1';
    const kind = isWatch ? 'watch' : 'list';
    const all = handlers[kind] ?? [];
    const call = { url, request, response, isWatch };
    calls.push(call);
    const handler = all[Math.min(next[kind], all.length - 1)];
    next[kind] += 1;
    if (handler === undefined) response.writeHead(404).end();
    else handler(call);
  });
  return { ...server, calls };
}

export const pod = (name: string, version = '1', rest: object = {}): object => ({
  kind: 'Pod',
  metadata: { name, namespace: 'n', uid: `uid-${name}`, resourceVersion: version },
  ...rest,
});

/** Answers with a list. */
export const lists =
  (items: readonly object[], version: string, more: object = {}): Handler =>
  ({ response }) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ kind: 'List', metadata: { resourceVersion: version, ...more }, items }),
    );
  };

export const refuses =
  (status: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  ({ response }) => {
    response
      .writeHead(status, headers)
      .end(JSON.stringify({ kind: 'Status', message: 'synthetic' }));
  };

export const event = (type: string, object: object): string =>
  `${JSON.stringify({ type, object })}\n`;

/** Sends these texts and leaves the stream open, or does as `then` says. */
export const streams =
  (texts: readonly string[], then?: (response: ServerResponse) => void): Handler =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    for (const text of texts) response.write(text);
    if (then !== undefined) setImmediate(() => then(response));
  };

/** Waits until something holds, with patience: the machine may be busy. Fails with what it was. */
export async function until(holds: () => boolean, what: () => unknown = () => ''): Promise<void> {
  const deadline = performance.now() + 40_000;
  while (!holds()) {
    if (performance.now() > deadline)
      throw new Error(`did not come about: ${JSON.stringify(what())}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
