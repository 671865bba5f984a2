import {
  createServer,
  request as send,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from '../../../servers/index.js';

/** What stands between us and a store does with a request. */
export type Behaviour =
  /** Hands it on; `headers` are set in the answer. */
  | { readonly does: 'pass'; readonly headers?: Readonly<Record<string, string>> }
  /** Hands on only what comes with this header, as a store with users would. */
  | { readonly does: 'guard'; readonly authorization: string }
  /** Answers in the store's place. */
  | {
      readonly does: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
    }
  /** Takes it and says nothing more, with the connection left open. */
  | { readonly does: 'silence' }
  /** Hands on so many bytes of the answer's body, then says nothing more. */
  | { readonly does: 'stall'; readonly bytes: number }
  /** Hands on so many bytes of the answer's body, then breaks the connection; before the head at -1. */
  | { readonly does: 'break'; readonly bytes: number };

export interface Proxy {
  readonly url: string;
  behaviour: Behaviour;
  /** What it does with the next request only. */
  next: Behaviour | undefined;
  /** `METHOD path` of each request, in order. */
  readonly requests: readonly string[];
  /** How many requests wait for the rest of their answer. */
  readonly waiting: { count: number };
  /** How many connections there ever were. */
  readonly connections: { total: number };
  stop(): Promise<void>;
}

export interface ProxyOptions {
  /** Speaks TLS with this certificate. */
  readonly certificate?: Certificate;
  /** Demands a certificate of this authority. */
  readonly clientCa?: string;
}

/** A proxy before a store that does one bad thing at a time. */
export async function startProxy(
  target: string,
  behaviour: Behaviour = { does: 'pass' },
  { certificate, clientCa }: ProxyOptions = {},
): Promise<Proxy> {
  const requests: string[] = [];
  const connections = { total: 0 };
  const waiting = { count: 0 };
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    waiting.count += 1;
    response.on('close', () => (waiting.count -= 1));
    const now = proxy.next ?? proxy.behaviour;
    proxy.next = undefined;
    behave(now, target, request, response);
  };
  const server =
    certificate === undefined
      ? createServer(listener)
      : createTlsServer({ ...tlsOf(certificate, clientCa) }, listener);
  server.on('connection', (socket: Socket) => {
    connections.total += 1;
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: Proxy = {
    url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    behaviour,
    next: undefined,
    requests,
    waiting,
    connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

const tlsOf = ({ certPem, keyPem }: Certificate, clientCa: string | undefined) => ({
  cert: certPem,
  key: keyPem,
  ...(clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true }),
});

function behave(
  behaviour: Behaviour,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (behaviour.does === 'silence') return;
  if (behaviour.does === 'guard' && request.headers.authorization !== behaviour.authorization) {
    response.writeHead(401).end();
    return;
  }
  if (behaviour.does === 'answer') {
    response.writeHead(behaviour.status, { 'content-type': behaviour.type }).end(behaviour.body);
    return;
  }
  if (behaviour.does === 'break' && behaviour.bytes < 0) {
    request.socket.destroy();
    return;
  }
  const { method, headers } = request;
  const onward = send(new URL(request.url ?? '/', target), { method, headers, agent: false });
  onward.on('error', () => request.socket.destroy());
  onward.on('response', (answer) => handOn(behaviour, answer, response));
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function handOn(behaviour: Behaviour, answer: IncomingMessage, response: ServerResponse): void {
  const more = behaviour.does === 'pass' ? behaviour.headers : {};
  response.writeHead(answer.statusCode ?? 0, { ...answer.headers, ...more });
  answer.on('error', () => response.destroy());
  if (behaviour.does === 'pass' || behaviour.does === 'guard') {
    answer.pipe(response);
    return;
  }
  let left = behaviour.does === 'stall' || behaviour.does === 'break' ? behaviour.bytes : 0;
  answer.on('data', (chunk: Buffer) => {
    if (left > 0) response.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0 && behaviour.does === 'break') setImmediate(() => response.destroy());
  });
}
