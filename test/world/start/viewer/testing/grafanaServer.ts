import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Grafana as far as its HTTP API for data sources, folders, boards and plugins' settings goes. */
export interface FakeGrafana {
  readonly url: string;
  readonly sources: Map<string, Record<string, unknown>>;
  readonly folders: Set<string>;
  /** Boards by uid: the folder that each lies in. */
  readonly boards: Map<string, string>;
  /** Settings of installed plugins. */
  readonly plugins: Map<string, unknown>;
  stop(): Promise<void>;
}

export interface FakeGrafanaOptions {
  readonly token: string;
  /** Whether its data sources can be reached from where it runs. */
  readonly reaches: boolean;
}

type Body = Readonly<Record<string, unknown>>;

interface Asked {
  readonly method: string;
  readonly body: Body;
  readonly name: string;
}

type Answer = readonly [status: number, body: unknown];

const GONE: Answer = [404, { message: 'not found' }];

/** Answers as Grafana 12.4 does, by its HTTP API reference (docs/sources/developer-resources/api-reference). */
export async function startFakeGrafana(options: FakeGrafanaOptions): Promise<FakeGrafana> {
  const state = {
    sources: new Map<string, Record<string, unknown>>(),
    folders: new Set<string>(),
    boards: new Map<string, string>(),
    plugins: new Map<string, unknown>(),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const isKnown = request.headers.authorization === `Bearer ${options.token}`;
      const [status, body] = isKnown
        ? answerTo(state, options, {
            method: request.method ?? '',
            name: request.url ?? '',
            body: text === '' ? {} : (JSON.parse(text) as Body),
          })
        : [401, { message: 'Invalid API key' }];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, ...state, stop: () => end(server) };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

type State = Pick<FakeGrafana, 'sources' | 'folders' | 'boards' | 'plugins'>;

const ROUTES: readonly (readonly [
  RegExp,
  (state: State, asked: Asked, options: FakeGrafanaOptions) => Answer,
])[] = [
  [
    /^\/api\/datasources\/uid\/([^/]+)\/health$/,
    (_state, _asked, { reaches }) =>
      reaches ? [200, { status: 'OK' }] : [400, { message: 'connection refused' }],
  ],
  [/^\/api\/datasources\/uid\/([^/]+)$/, oneSource],
  [
    /^\/api\/datasources$/,
    ({ sources }, { body }) => {
      sources.set(String(body['uid']), { ...body });
      return [200, {}];
    },
  ],
  [/^\/api\/folders\/([^/]+)$/, removeFolder],
  [
    /^\/api\/folders$/,
    ({ folders }, { body }) => {
      folders.add(String(body['uid']));
      return [200, {}];
    },
  ],
  [
    /^\/api\/dashboards\/uid\/([^/]+)$/,
    ({ boards }, { name }) => (boards.has(name) ? [200, {}] : GONE),
  ],
  [
    /^\/api\/dashboards\/db$/,
    ({ boards, folders }, { body }) => {
      const folder = String(body['folderUid']);
      if (!folders.has(folder)) return [400, { message: 'folder not found' }];
      boards.set(String((body['dashboard'] as Body)['uid']), folder);
      return [200, {}];
    },
  ],
  [
    /^\/api\/plugins\/([^/]+)\/settings$/,
    ({ plugins }, { method, name, body }) => {
      if (!plugins.has(name)) return GONE;
      if (method === 'POST') plugins.set(name, body);
      return [200, plugins.get(name)];
    },
  ],
];

function answerTo(state: State, options: FakeGrafanaOptions, asked: Asked): Answer {
  for (const [pattern, answer] of ROUTES) {
    const found = pattern.exec(asked.name);
    if (found !== null) return answer(state, { ...asked, name: found[1] ?? '' }, options);
  }
  return GONE;
}

function oneSource({ sources }: State, { method, name, body }: Asked): Answer {
  if (!sources.has(name)) return GONE;
  if (method === 'DELETE') sources.delete(name);
  if (method === 'PUT') sources.set(name, { ...body });
  return [200, sources.get(name) ?? {}];
}

function removeFolder({ folders, boards }: State, { name }: Asked): Answer {
  if (!folders.delete(name)) return GONE;
  for (const [uid, folder] of boards) if (folder === name) boards.delete(uid);
  return [200, {}];
}
