import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HttpError, sendJson, type Call } from './call.js';

/** A path's pattern and what answers it; the first that fits does. */
export interface Route {
  readonly pattern: RegExp;
  /** Left out, any. */
  readonly methods?: readonly string[];
  readonly answer: (call: Call) => Promise<void> | void;
}

export interface HttpServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Ends open connections, too. */
  stop(): Promise<void>;
}

/** Serves routes on 127.0.0.1. Without a port the kernel gives a free one. @throws Error where the port is taken */
export async function serveRoutes(routes: readonly Route[], port = 0): Promise<HttpServer> {
  const server = createServer((request, response) => {
    void answer(routes, request, response);
  });
  const found = await listen(server, port);
  return {
    url: `http://127.0.0.1:${found}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('there is no port'));
      else resolve(address.port);
    });
  });
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  try {
    const { route, ...call } = callOf(routes, request);
    await route.answer({ ...call, request, response, signal: abort.signal });
  } catch (error) {
    fail(response, error, abort.signal);
  }
}

/** @throws HttpError where the path is none, or no route fits */
function callOf(routes: readonly Route[], request: IncomingMessage) {
  const { url = '/', method = 'GET' } = request;
  const [raw = '/'] = url.split('?');
  const path = decoded(raw);
  for (const route of routes) {
    const found = route.pattern.exec(path);
    if (found === null) continue;
    if (route.methods !== undefined && !route.methods.includes(method))
      throw new HttpError(405, `${path} takes ${route.methods.join(', ')}; this is ${method}`);
    return { route, path, url, method, caught: found.slice(1).map((part) => part ?? '') };
  }
  throw new HttpError(404, `there is no ${path}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new HttpError(400, `the path ${path} is badly encoded`);
  }
}

function fail(response: ServerResponse, error: unknown, signal: AbortSignal): void {
  if (signal.aborted) return void response.destroy(); // nobody listens
  const status = error instanceof HttpError ? error.status : 500;
  const message = error instanceof Error ? error.message : String(error);
  // What has begun as another answer can only be broken off.
  if (response.headersSent) response.destroy();
  else sendJson({ response }, { message }, status);
}
