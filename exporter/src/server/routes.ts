import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentTypeOf, negotiateFormat } from '@gpuscope/aggregation';
import { wordsOf } from '../errorWords.js';
import { acceptsGzip } from './acceptsGzip.js';
import type { MetricsPage } from './page.js';
import type { Readiness } from './readiness.js';

export interface RouteParts {
  readonly page: MetricsPage;
  readonly readiness: () => Readiness;
  readonly version: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

type Route = (request: IncomingMessage, parts: RouteParts) => Answer | Promise<Answer>;

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

const text = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { ...PLAIN, ...headers },
  body: `${body}\n`,
});

const INDEX = (version: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>gpuscope-exporter</title>
<h1>gpuscope-exporter ${version}</h1>
<ul><li><a href="metrics">metrics</a><li><a href="-/ready">ready?</a><li><a href="-/healthy">healthy?</a></ul>
</html>
`;

/** Every address that is served. */
const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  [
    '/metrics',
    async ({ headers }, { page }) => {
      const format = negotiateFormat(headers.accept);
      const encoding = headers['accept-encoding'];
      const packed = acceptsGzip(Array.isArray(encoding) ? encoding.join(',') : encoding);
      return {
        status: 200,
        headers: {
          'content-type': contentTypeOf(format),
          vary: 'accept, accept-encoding',
          ...(packed && { 'content-encoding': 'gzip' }),
        },
        body: await page.read(format, packed),
      };
    },
  ],
  ['/-/healthy', () => text(200, 'healthy')],
  [
    '/-/ready',
    (_, { readiness }) => {
      const { ready, text: words } = readiness();
      return text(ready ? 200 : 503, words);
    },
  ],
  [
    '/',
    (_, { version }) => ({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: INDEX(version),
    }),
  ],
]);

const METHODS = 'GET, HEAD';

function answer(request: IncomingMessage, parts: RouteParts): Answer | Promise<Answer> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = ROUTES.get(path);
  if (route === undefined) {
    return text(404, `there is no such page; there are ${[...ROUTES.keys()].join(', ')}`);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return text(405, `${request.method ?? ''} is not allowed here; allowed are ${METHODS}`, {
      allow: METHODS,
    });
  }
  return route(request, parts);
}

/** Answers one request. A failure of ours is a 500 that names it; the connection is never left hanging. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  parts: RouteParts,
): Promise<void> {
  let found: Answer;
  try {
    found = await answer(request, parts);
  } catch (error) {
    found = text(500, `failed: ${wordsOf(error)}`);
  }
  const { status, headers, body } = found;
  response.writeHead(status, {
    ...headers,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
